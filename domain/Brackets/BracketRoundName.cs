namespace LiveFeed.Domain.Brackets;

/// <summary>The English name of a round.</summary>
internal static class BracketRoundName
{
    /// <param name="stage">The part of the bracket.</param>
    /// <param name="place">The best place that is still to be won.</param>
    /// <param name="number">The round within the part.</param>
    /// <param name="size">For how many teams it has room.</param>
    /// <param name="isLast">Whether it is the last round of its part.</param>
    /// <param name="hasLosers">Whether the bracket is a double elimination.</param>
    public static string Of(BracketStage stage, int place, int number, int size, bool isLast, bool hasLosers) => stage switch
    {
        BracketStage.Main => hasLosers ? $"Winners' {char.ToLowerInvariant(Main(size)[0])}{Main(size)[1..]}" : Main(size),
        BracketStage.Losers => isLast ? "Losers' final" : FormattableString.Invariant($"Losers' round {number}"),
        BracketStage.GrandFinal => "Grand final",
        BracketStage.ResetFinal => "Second grand final",
        BracketStage.ThirdPlace => "Match for third place",
        _ => size == 2 ? FormattableString.Invariant($"Match for place {place}") : FormattableString.Invariant($"Places {place} to {place + size - 1}"),
    };

    private static string Main(int size) => size switch
    {
        2 => "Final",
        4 => "Semi-finals",
        8 => "Quarter-finals",
        _ => FormattableString.Invariant($"Round of {size}"),
    };
}
