using System.Numerics;

namespace LiveFeed.Domain.Brackets;

/// <summary>
/// Who meets whom in the first round of a bracket. The best seeds are as far apart as they can be: 1 and 2 meet in the final at the earliest, 1 to
/// 4 in the semi-finals. If the number of entrants is no power of two, the best seeds have byes.
/// </summary>
internal static class FirstRound
{
    /// <summary>Returns the sides of the first round, each two neighbours of which meet; null is a bye.</summary>
    /// <param name="entrants">The entrants, the best seed first.</param>
    /// <param name="separateGroups">Whether entrants of one group are kept apart, if it can be done by exchanging lower seeds.</param>
    public static IReadOnlyList<BracketSide?> Create(IReadOnlyList<Entrant> entrants, bool separateGroups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(entrants.Count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entrants.Count, Entrant.Max);
        var slots = SeedOrder((int)BitOperations.RoundUpToPowerOf2((uint)entrants.Count))
            .Select(seed => seed <= entrants.Count ? new Slot(seed, entrants[seed - 1]) : null).ToArray();
        if (separateGroups)
            Separate(slots);
        return [.. slots.Select(slot => slot?.Entrant.Side)];
    }

    /// <summary>Returns the seeds in the order of the bracket, such as 1, 8, 4, 5, 2, 7, 3, 6.</summary>
    public static IReadOnlyList<int> SeedOrder(int size)
    {
        List<int> order = [1];
        while (order.Count < size)
            order = [.. order.SelectMany(seed => new[] { seed, (2 * order.Count) + 1 - seed })];
        return order;
    }

    // The better seed of a match keeps its place in the bracket. Its opponent changes places with that of another match, of a seed as near as
    // possible.
    private static void Separate(Slot?[] slots)
    {
        for (var opponent = 1; opponent < slots.Length; opponent += 2)
        {
            if (slots[opponent] is not { } own || !Clash(slots[opponent - 1], own))
                continue;
            var others = from other in Enumerable.Range(0, slots.Length / 2).Select(match => (2 * match) + 1)
                         where slots[other] is { } candidate && !Clash(slots[opponent - 1], candidate) && !Clash(slots[other - 1], own)
                         orderby Math.Abs(slots[other]!.Seed - own.Seed), slots[other]!.Seed descending
                         select (int?)other;
            if (others.FirstOrDefault() is { } chosen)
                (slots[opponent], slots[chosen]) = (slots[chosen], slots[opponent]);
        }
    }

    private static bool Clash(Slot? one, Slot? other) =>
        one?.Entrant.Group is { } group && string.Equals(group, other?.Entrant.Group, StringComparison.Ordinal);

    private sealed record Slot(int Seed, Entrant Entrant);
}
