namespace LiveFeed.Domain.Brackets;

/// <summary>A draw in its schedule.</summary>
/// <param name="Schedule">The schedule with it.</param>
/// <param name="Teams">The ids of the teams that are made with it.</param>
/// <param name="Pools">Its pools.</param>
/// <param name="Matches">The ids of its matches, in the order of play.</param>
/// <param name="Warnings">What is odd about it.</param>
internal sealed record PlannedDraw(
    Schedule Schedule, IReadOnlyList<int> Teams, IReadOnlyList<ScheduledPool> Pools, IReadOnlyList<MatchId> Matches, IReadOnlyList<ScheduleWarning> Warnings)
{
    /// <summary>Returns the draw as clients see it.</summary>
    /// <param name="team">Returns a team.</param>
    /// <param name="match">Returns a match.</param>
    public DrawView View(Func<int, TeamView> team, Func<MatchId, MatchView> match) => new(
        [.. Teams.Select(team)], Pools, [.. Matches.Select(match)], [.. Warnings.Take(ScheduleClashes.MaxWarnings)], Warnings.Count);
}
