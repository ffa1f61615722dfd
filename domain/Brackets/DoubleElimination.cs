namespace LiveFeed.Domain.Brackets;

/// <summary>
/// Who loses twice is out. The losers of each round of the main bracket go into the losers' bracket, whose winner plays the grand final against the
/// winner of the main bracket.
/// </summary>
internal static class DoubleElimination
{
    /// <param name="entrants">The entrants, the best seed first.</param>
    /// <param name="options">What there is beside the main rounds. There is no match for the third place: the losers' final decides it.</param>
    public static IReadOnlyList<BracketMatch> Create(IReadOnlyList<Entrant> entrants, EliminationOptions options)
    {
        var builder = new BracketBuilder(options.FirstNumber);
        Add(builder, FirstRound.Create(entrants, options.SeparateGroups), options);
        return builder.Matches;
    }

    /// <summary>Adds a bracket whose first round is given, each two neighbours of which meet.</summary>
    public static void Add(BracketBuilder builder, IReadOnlyList<BracketSide?> firstRound, EliminationOptions options)
    {
        var (sides, losers) = builder.AddRound(BracketStage.Main, 1, firstRound);
        var survivors = losers;
        var lowerRound = 0;
        if (survivors.Count > 1)
            (survivors, _) = builder.AddRound(BracketStage.Losers, ++lowerRound, survivors);
        for (var round = 2; sides.Count > 1; round++)
        {
            (sides, losers) = builder.AddRound(BracketStage.Main, round, sides);
            (survivors, _) = builder.AddRound(BracketStage.Losers, ++lowerRound, Interleave(survivors, Shuffle(losers, round)));
            if (survivors.Count > 1)
                (survivors, _) = builder.AddRound(BracketStage.Losers, ++lowerRound, survivors);
        }

        var final = builder.Add(BracketStage.GrandFinal, 1, sides[0]!, survivors[0]!);
        if (options.ResetFinal)
            builder.Add(BracketStage.ResetFinal, 1, BracketBuilder.Winner(final), BracketBuilder.Loser(final));
    }

    private static List<BracketSide?> Interleave(IReadOnlyList<BracketSide?> one, IReadOnlyList<BracketSide?> other) =>
        [.. one.Zip(other).SelectMany(pair => new[] { pair.First, pair.Second })];

    // In the same order, those who have just met would meet again at once.
    private static List<BracketSide?> Shuffle(IReadOnlyList<BracketSide?> losers, int round) =>
        round % 2 == 0 ? [.. losers.Reverse()] : [.. losers.Skip(losers.Count / 2), .. losers.Take(losers.Count / 2)];
}
