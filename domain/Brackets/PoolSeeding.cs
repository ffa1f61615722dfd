using System.Globalization;

namespace LiveFeed.Domain.Brackets;

/// <summary>Distributes teams over pools of equal strength, by the snake: A, B, C, C, B, A, A, B, C.</summary>
internal static class PoolSeeding
{
    private const int Letters = 26;

    /// <summary>Returns pools of the given size; if the teams don't divide evenly, some have one team less.</summary>
    public static IReadOnlyList<BracketPool> Create(IEnumerable<SeededTeam> teams, int teamsPerPool)
    {
        List<SeededTeam> seeded = [.. teams];
        ArgumentOutOfRangeException.ThrowIfLessThan(teamsPerPool, 2);
        return CreateSoMany(seeded, CountOf(seeded.Count, teamsPerPool));
    }

    /// <summary>Returns how many pools of the given size there are.</summary>
    public static int CountOf(int teams, int teamsPerPool) => (teams / teamsPerPool) + (teams % teamsPerPool == 0 ? 0 : 1);

    /// <summary>Returns so many pools; if the teams don't divide evenly, some have one team less.</summary>
    public static IReadOnlyList<BracketPool> CreateSoMany(IEnumerable<SeededTeam> teams, int count)
    {
        List<SeededTeam> seeded = [.. teams.OrderBy(team => team.Seed ?? int.MaxValue)];
        ArgumentOutOfRangeException.ThrowIfLessThan(seeded.Count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seeded.Count, Entrant.Max);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var byPool = seeded.Select((team, index) => (team, index)).ToLookup(pair => PoolOf(pair.index, count), pair => pair.team.Id);
        return [.. Enumerable.Range(0, count).Select(pool => new BracketPool(Name(pool), $"Pool {Name(pool)}", [.. byPool[pool]]))];
    }

    private static int PoolOf(int index, int count)
    {
        var (row, column) = Math.DivRem(index, count);
        return row % 2 == 0 ? column : count - 1 - column;
    }

    /// <summary>Returns the letter of a pool: A to Z, then A2 and so on.</summary>
    /// <param name="pool">The pool's index.</param>
    public static string Name(int pool) =>
        (char)('A' + (pool % Letters)) + (pool < Letters ? "" : ((pool / Letters) + 1).ToString(CultureInfo.InvariantCulture));
}
