using System.Numerics;

namespace LiveFeed.Domain.Brackets;

/// <summary>Pools in which everybody plays everybody else, and a bracket of the best of each pool after them.</summary>
internal static class PoolPlay
{
    /// <param name="pools">The pools.</param>
    /// <param name="legs">How often each two of a pool meet.</param>
    /// <param name="advancing">How many of each pool go on; 0 if there is no bracket.</param>
    /// <param name="options">What the bracket has beside its main rounds. Those of one pool are always kept apart in its first round, if possible.</param>
    public static GeneratedTournament Create(IReadOnlyList<BracketPool> pools, int legs, int advancing, EliminationOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(advancing, pools.Min(pool => pool.Teams.Count));
        var builder = new BracketBuilder(options.FirstNumber);
        var rounds = pools.Select(pool => (pool.Id, Rounds: RoundRobin.Create(pool.Teams, legs))).ToList();
        for (var round = 0; round < rounds.Max(pool => pool.Rounds.Count); round++)
        {
            foreach (var (pool, own) in rounds.Where(pool => round < pool.Rounds.Count))
            {
                foreach (var (home, away) in own[round])
                    builder.Add(BracketStage.Pool, round + 1, BracketSide.FromTeam(home), BracketSide.FromTeam(away), pool);
            }
        }

        if (pools.Count * advancing > 1)
            SingleElimination.Add(builder, FirstRoundOf(pools, advancing), options);
        return new GeneratedTournament(pools, builder.Matches);
    }

    /// <summary>
    /// Returns the sides of the first round of a bracket of the best of each pool, each two neighbours of which meet; null is a bye. Firsts of pools are
    /// seeded before seconds, and so on.
    /// </summary>
    public static IReadOnlyList<BracketSide?> FirstRoundOf(IReadOnlyList<BracketPool> pools, int advancing)
    {
        if (advancing == 2 && pools.Count > 1 && BitOperations.IsPow2(pools.Count))
            return Crossed(pools);
        var entrants = from place in Enumerable.Range(1, advancing)
                       from pool in pools
                       select new Entrant(Place(pool, place), pool.Id);
        return FirstRound.Create([.. entrants], separateGroups: true);
    }

    // 1A-2B and 1C-2D in one half, 1B-2A and 1D-2C in the other: two of one pool meet again in the final at the earliest.
    private static List<BracketSide?> Crossed(IReadOnlyList<BracketPool> pools) =>
    [
        .. pools.Chunk(2).SelectMany(pair => new[] { Place(pair[0], 1), Place(pair[1], 2) }),
        .. pools.Chunk(2).SelectMany(pair => new[] { Place(pair[1], 1), Place(pair[0], 2) }),
    ];

    private static BracketSide Place(BracketPool pool, int place) =>
        new(From: SideSource.FromPlace(pool.Id, place), Label: BracketLabels.Place(pool.Name, place));
}
