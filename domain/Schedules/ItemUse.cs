namespace LiveFeed.Domain.Schedules;

/// <summary>Where a team, court, division or match is used, so that it can't be removed.</summary>
/// <param name="Matches">The matches that name it; at most 50.</param>
/// <param name="MatchCount">How many matches there are in all.</param>
/// <param name="Teams">The teams that name it; at most 50.</param>
/// <param name="TeamCount">How many teams there are in all.</param>
/// <param name="Pools">The ids of the pools that name it; at most 50.</param>
/// <param name="PoolCount">How many pools there are in all.</param>
public sealed record ItemUse(IReadOnlyList<MatchId> Matches, int MatchCount, IReadOnlyList<int> Teams, int TeamCount, IReadOnlyList<string> Pools, int PoolCount)
{
    private const int MaxListed = 50;

    /// <summary>Returns the error of a removal; null if nothing uses the item.</summary>
    /// <param name="what">The item, for people, such as "Court 1".</param>
    /// <param name="matches">The matches that name it.</param>
    /// <param name="teams">The teams that name it.</param>
    /// <param name="pools">The pools that name it.</param>
    internal static Error? Validate(string what, IEnumerable<ScheduledMatch> matches, IEnumerable<ScheduledTeam>? teams = null, IEnumerable<ScheduledPool>? pools = null)
    {
        var (ids, teamIds) = (matches.Select(match => match.Id).Order().ToList(), (teams ?? []).Select(team => team.Id).Order().ToList());
        var poolIds = (pools ?? []).Select(pool => pool.Id).Order(StringComparer.Ordinal).ToList();
        return ids.Count + teamIds.Count + poolIds.Count == 0 ? null : new Error(
            ErrorCode.InUse,
            FormattableString.Invariant($"{what} is used by {ids.Count} matches, {teamIds.Count} teams and {poolIds.Count} pools. Change or remove these first."),
            Extensions: new Dictionary<string, object?>
            {
                ["usedBy"] = new ItemUse(
                    [.. ids.Take(MaxListed)], ids.Count, [.. teamIds.Take(MaxListed)], teamIds.Count, [.. poolIds.Take(MaxListed)], poolIds.Count),
            });
    }
}
