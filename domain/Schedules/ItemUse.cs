namespace LiveFeed.Domain.Schedules;

/// <summary>Where a team, court, division or match is used, so that it can't be removed.</summary>
/// <param name="Matches">The matches that name it; at most 50.</param>
/// <param name="MatchCount">How many matches there are in all.</param>
/// <param name="Teams">The teams that name it; at most 50.</param>
/// <param name="TeamCount">How many teams there are in all.</param>
public sealed record ItemUse(IReadOnlyList<MatchId> Matches, int MatchCount, IReadOnlyList<int> Teams, int TeamCount)
{
    private const int MaxListed = 50;

    /// <summary>Returns the error of a removal; null if nothing uses the item.</summary>
    /// <param name="what">The item, for people, such as "Court 1".</param>
    /// <param name="matches">The matches that name it.</param>
    /// <param name="teams">The teams that name it.</param>
    internal static Error? Validate(string what, IEnumerable<ScheduledMatch> matches, IEnumerable<ScheduledTeam>? teams = null)
    {
        var (ids, teamIds) = (matches.Select(match => match.Id).Order().ToList(), (teams ?? []).Select(team => team.Id).Order().ToList());
        return ids.Count + teamIds.Count == 0 ? null : new Error(
            ErrorCode.InUse,
            FormattableString.Invariant($"{what} is used by {ids.Count} matches and {teamIds.Count} teams. Change or remove these first."),
            Extensions: new Dictionary<string, object?>
            {
                ["usedBy"] = new ItemUse([.. ids.Take(MaxListed)], ids.Count, [.. teamIds.Take(MaxListed)], teamIds.Count),
            });
    }
}
