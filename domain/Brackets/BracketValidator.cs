namespace LiveFeed.Domain.Brackets;

/// <summary>Finds sources that can never be decided.</summary>
internal static class BracketValidator
{
    /// <summary>
    /// Returns everything that is wrong: sources of matches and pools that don't exist, places that a pool doesn't have, a match against itself, and
    /// matches that wait for each other. The ids of matches and of pools are unique.
    /// </summary>
    public static IReadOnlyList<BracketFault> Validate(IReadOnlyList<BracketMatch> matches, IReadOnlyList<BracketPool> pools)
    {
        var ids = matches.Select(match => match.Id).ToHashSet();
        var sizes = pools.ToDictionary(pool => pool.Id, pool => pool.Size);
        var faults = new List<BracketFault>();
        for (var i = 0; i < matches.Count; i++)
        {
            var (side1, side2) = (matches[i].Side1.From, matches[i].Side2.From);
            Add(i, 1, side1, FindFault(side1, ids, sizes));
            Add(i, 2, side2, side1 == side2 ? "Both sides have the same source. A team can't play itself." : FindFault(side2, ids, sizes));
        }

        return faults.Count > 0 ? faults : FindCycle(matches, pools);

        void Add(int match, int side, SideSource? source, string? message)
        {
            if (source is not null && message is not null)
                faults.Add(new BracketFault(match, side, message));
        }
    }

    private static string? FindFault(SideSource? source, HashSet<MatchId> matches, Dictionary<string, int> pools)
    {
        if (source?.Validate() is { } fault)
            return fault;
        if (source?.Match is { } match)
            return matches.Contains(match) ? null : $"There is no match {match} in this schedule.";
        if (source is not { Pool: { } pool, Place: { } place })
            return null;
        if (!pools.TryGetValue(pool, out var size))
            return $"There is no pool {pool} in this schedule.";
        return place <= size ? null : $"Pool {pool} has {size} teams, and no place {place}.";
    }

    private static IReadOnlyList<BracketFault> FindCycle(IReadOnlyList<BracketMatch> matches, IReadOnlyList<BracketPool> pools)
    {
        if (DependencyOrder.TryCreate(matches, pools, out _, out var cycle))
            return [];
        // The fault is shown at the side of the first match through which the cycle goes.
        var (first, next) = (cycle[0], cycle[1 % cycle.Count]);
        var side = DependencyOrder.IsSource(first.Side1, next, pools) ? 1 : 2;
        var way = string.Join(", ", cycle.Append(first).Zip(cycle.Skip(1).Append(first), (match, source) => (match, source))
            .Take(cycle.Count).Select(step => $"{step.match.Name} waits for {step.source.Name}"));
        var index = matches.Select((match, position) => (match, position)).First(pair => pair.match.Id == first.Id).position;
        return [new BracketFault(index, side, $"These matches wait for each other, so that none of them can begin: {way}.")];
    }
}
