namespace LiveFeed.Domain.Brackets;

/// <summary>A side that results contradict, as organizers see it.</summary>
/// <param name="MatchId">The match, which has a score and so keeps its teams.</param>
/// <param name="Side">1 or 2.</param>
/// <param name="Current">The team that it has; null if the expected one would play itself.</param>
/// <param name="Expected">The team by the results as they are now; null if they decide none.</param>
/// <param name="From">Where the side comes from.</param>
public sealed record SideConflictView(MatchId MatchId, int Side, NamedView? Current, NamedView? Expected, SideSource From)
{
    /// <summary>Returns the sides of an event that results contradict, in the order of their matches.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="scores">The scores by match.</param>
    public static IReadOnlyList<SideConflictView> Of(StoredSchedule schedule, IReadOnlyDictionary<MatchId, Score> scores)
    {
        var results = BracketResults.Of(schedule.Matches.Values, schedule.Pools.Values, scores);
        return
        [
            .. BracketFilling.Fill([.. schedule.Matches.Values.Select(match => match.ToBracket())], results).Conflicts.OrderBy(conflict => conflict.Match).ThenBy(conflict => conflict.Side)
                .Select(conflict => new SideConflictView(conflict.Match, conflict.Side, Team(conflict.Current), Team(conflict.Expected), SourceOf(conflict))),
        ];

        NamedView? Team(int? id) => id is { } team && schedule.Teams.TryGetValue(team, out var known) ? new NamedView(team, known.Name) : null;

        SideSource SourceOf(SideConflict conflict)
        {
            var match = schedule.Matches[conflict.Match].ToBracket();
            return (conflict.Side == 1 ? match.Side1 : match.Side2).From!;
        }
    }
}
