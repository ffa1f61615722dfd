namespace LiveFeed.Domain.Brackets;

/// <summary>Who loses is out. The last match is the final.</summary>
internal static class SingleElimination
{
    /// <param name="entrants">The entrants, the best seed first.</param>
    /// <param name="options">What there is beside the main rounds.</param>
    public static IReadOnlyList<BracketMatch> Create(IReadOnlyList<Entrant> entrants, EliminationOptions options)
    {
        var builder = new BracketBuilder(options.FirstNumber);
        Add(builder, FirstRound.Create(entrants, options.SeparateGroups), options);
        return builder.Matches;
    }

    /// <summary>Adds a bracket whose first round is given, each two neighbours of which meet.</summary>
    public static void Add(BracketBuilder builder, IReadOnlyList<BracketSide?> firstRound, EliminationOptions options)
    {
        var (sides, round) = (firstRound, 0);
        IReadOnlyList<BracketSide?> losers = [], firstLosers = [];
        while (sides.Count > 2)
        {
            (sides, losers) = builder.AddRound(BracketStage.Main, ++round, sides);
            if (round == 1)
                firstLosers = losers;
        }

        // Of two semi-finals, the consolation would be the match for the third place once more.
        if (options.Consolation && !(options.ThirdPlace && round == 1))
            AddConsolation(builder, [.. firstLosers.OfType<BracketSide>()]);
        // With three entrants there is one semi-final only, and its loser is third.
        if (options.ThirdPlace && losers is [{ } loser1, { } loser2])
            builder.Add(BracketStage.ThirdPlace, 1, loser1, loser2);
        builder.AddRound(BracketStage.Main, round + 1, sides);
    }

    private static void AddConsolation(BracketBuilder builder, List<BracketSide> losers)
    {
        if (losers.Count < 2)
            return;
        var sides = FirstRound.Create([.. losers.Select(loser => new Entrant(loser, null))], separateGroups: false);
        for (var round = 1; sides.Count > 1; round++)
            (sides, _) = builder.AddRound(BracketStage.Consolation, round, sides);
    }
}
