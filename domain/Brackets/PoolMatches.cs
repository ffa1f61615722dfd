namespace LiveFeed.Domain.Brackets;

/// <summary>Finds the matches that count for a pool's standings without saying so.</summary>
internal static class PoolMatches
{
    /// <summary>
    /// Returns the pool of each match between two teams of one pool whose sides come from nowhere else. If some of them meet more often than others, the later
    /// meetings don't count: they are a final, or a match for a place.
    /// </summary>
    public static Dictionary<MatchId, string> Find(IReadOnlyList<ScheduledMatch> matches, IReadOnlyList<BracketPool> pools)
    {
        var poolOf = pools.SelectMany(pool => pool.Teams.Select(team => (team, pool.Id))).DistinctBy(one => one.team).ToDictionary(one => one.team, one => one.Id);
        var found = new Dictionary<MatchId, string>();
        var candidates =
            from match in matches
            where match is { Team1Id: not null, Team2Id: not null, Team1From.Value: null, Team2From.Value: null }
            let pool = poolOf.GetValueOrDefault(match.Team1Id!.Value)
            where pool is not null && pool == poolOf.GetValueOrDefault(match.Team2Id!.Value)
            group match by pool;
        foreach (var pool in candidates)
        {
            var pairs = pool.GroupBy(match => (Math.Min(match.Team1Id!.Value, match.Team2Id!.Value), Math.Max(match.Team1Id.Value, match.Team2Id.Value))).ToList();
            var meetings = pairs.Min(pair => pair.Count());
            foreach (var match in pairs.SelectMany(pair => pair.OrderBy(match => match.StartsAt ?? DateTimeOffset.MaxValue).ThenBy(match => match.Id).Take(meetings)))
                found[match.Id] = pool.Key;
        }

        return found;
    }
}
