namespace LiveFeed.Domain.Standings;

/// <summary>The points that a team gets for a match.</summary>
/// <param name="Win">For a win.</param>
/// <param name="Draw">For a drawn match.</param>
/// <param name="Loss">For a loss.</param>
public sealed record PointsScheme(int Win, int Draw, int Loss)
{
    /// <summary>For a win in the deciding set, such as 3-2; as any win if null.</summary>
    public int? NarrowWin { get; init; }

    /// <summary>For a loss in the deciding set; as any loss if null.</summary>
    public int? NarrowLoss { get; init; }

    /// <summary>For the loss of a match that a side didn't play (walkover, forfeit, default, disqualification); as any loss if null.</summary>
    public int? UnplayedLoss { get; init; }

    /// <summary>For the loss of a match that a side didn't play to its end; as any loss if null.</summary>
    public int? RetiredLoss { get; init; }

    internal int ForWin(bool isNarrow) => isNarrow ? NarrowWin ?? Win : Win;

    internal int ForLoss(StandingOutcome outcome, bool isNarrow) => outcome switch
    {
        StandingOutcome.Walkover or StandingOutcome.Forfeit or StandingOutcome.Defaulted or StandingOutcome.Disqualified => UnplayedLoss ?? Loss,
        StandingOutcome.Retired when RetiredLoss is { } points => points,
        _ => isNarrow ? NarrowLoss ?? Loss : Loss,
    };
}
