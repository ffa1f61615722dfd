namespace LiveFeed.Domain.Brackets;

/// <summary>Collects generated matches and numbers them in the order in which they can be played. A side that is null is a bye.</summary>
internal sealed class BracketBuilder(int firstNumber)
{
    private readonly List<BracketMatch> matches = [];

    public IReadOnlyList<BracketMatch> Matches => matches;

    public BracketMatch Add(BracketStage stage, int round, BracketSide side1, BracketSide side2, string? pool = null)
    {
        var id = new MatchId(firstNumber + matches.Count);
        var match = new BracketMatch(id, side1, side2, $"M{id}", pool, stage, round);
        matches.Add(match);
        return match;
    }

    /// <summary>Adds a match between two sides, and returns its winner and its loser. With a bye there is no match and no loser.</summary>
    public (BracketSide? Winner, BracketSide? Loser) Meet(BracketStage stage, int round, BracketSide? side1, BracketSide? side2)
    {
        if (side1 is null || side2 is null)
            return (side1 ?? side2, null);
        var match = Add(stage, round, side1, side2);
        return (Winner(match), Loser(match));
    }

    /// <summary>Adds a round in which each two neighbours meet, and returns its winners and its losers in the same order.</summary>
    public (IReadOnlyList<BracketSide?> Winners, IReadOnlyList<BracketSide?> Losers) AddRound(
        BracketStage stage, int round, IReadOnlyList<BracketSide?> sides)
    {
        var pairs = sides.Chunk(2).Select(pair => Meet(stage, round, pair[0], pair.ElementAtOrDefault(1))).ToList();
        return ([.. pairs.Select(pair => pair.Winner)], [.. pairs.Select(pair => pair.Loser)]);
    }

    public static BracketSide Winner(BracketMatch match) => new(From: SideSource.FromWinner(match.Id), Label: BracketLabels.Winner(match));

    public static BracketSide Loser(BracketMatch match) => new(From: SideSource.FromLoser(match.Id), Label: BracketLabels.Loser(match));
}
