using System.Globalization;

namespace LiveFeed.Domain.Brackets;

/// <summary>Distributes teams over pools of equal strength, by the snake: A, B, C, C, B, A, A, B, C.</summary>
internal static class PoolSeeding
{
    private const int Letters = 26;

    /// <summary>Returns pools of the given size; if the teams don't divide evenly, some have one team less.</summary>
    public static IReadOnlyList<BracketPool> Create(IEnumerable<SeededTeam> teams, int teamsPerPool)
    {
        List<SeededTeam> seeded = [.. teams.OrderBy(team => team.Seed ?? int.MaxValue)];
        ArgumentOutOfRangeException.ThrowIfLessThan(seeded.Count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seeded.Count, Entrant.Max);
        ArgumentOutOfRangeException.ThrowIfLessThan(teamsPerPool, 2);
        var count = (seeded.Count + teamsPerPool - 1) / teamsPerPool;
        var byPool = seeded.Select((team, index) => (team, index)).ToLookup(pair => PoolOf(pair.index, count), pair => pair.team.Id);
        return [.. Enumerable.Range(0, count).Select(pool => new BracketPool(Name(pool), $"Pool {Name(pool)}", [.. byPool[pool]]))];
    }

    private static int PoolOf(int index, int count)
    {
        var (row, column) = Math.DivRem(index, count);
        return row % 2 == 0 ? column : count - 1 - column;
    }

    // A to Z, then A2 and so on.
    private static string Name(int pool) =>
        (char)('A' + (pool % Letters)) + (pool < Letters ? "" : ((pool / Letters) + 1).ToString(CultureInfo.InvariantCulture));
}
