namespace LiveFeed.Domain.Standings;

/// <summary>Compares the teams in the same place of several pools, such as the best thirds (FIFA World Cup 2026, UEFA EURO).</summary>
internal static class PlacedTeams
{
    /// <summary>
    /// Returns standings of their own. A pool whose place is shared has no row, until lots or an organizer decide it; and no more has one in which the last
    /// team that counts shares its place with the first that doesn't.
    /// </summary>
    /// <param name="pools">The pools.</param>
    /// <param name="place">The place, from 1.</param>
    /// <param name="rules">The rules. Their head-to-head criteria separate nobody, because these teams haven't met.</param>
    /// <param name="equalizeSizes">Whether, if pools differ in size, the matches against the last teams of the larger pools don't count (UEFA
    /// qualifiers).</param>
    /// <param name="teams">What the matches don't say of a team, such as its ranking, or its rank by hand in this table: one in its own pool, and its reason, are
    /// about that pool.</param>
    public static IReadOnlyList<StandingRow> Rank(
        IReadOnlyList<RankedPool> pools, int place, StandingRules rules, bool equalizeSizes, IReadOnlyDictionary<int, StandingTeam>? teams = null)
    {
        var size = equalizeSizes && pools.Count > 0 ? pools.Min(pool => pool.Rows.Count) : int.MaxValue;
        var placed = pools.Where(pool => !pool.IsShared(size)).Select(pool => pool.InPlace(place)).OfType<StandingRow>();
        return StandingTable.Create(
            [.. placed.Select(row => Team(row.TeamId) with { Deductions = row.Deductions })],
            pools.SelectMany(pool => pool.MatchesAgainstFirst(size)),
            rules);

        StandingTeam Team(int id) => teams?.GetValueOrDefault(id) ?? new StandingTeam(id);
    }
}
