namespace LiveFeed.Domain.Standings;

/// <summary>
/// A match of a pool, as standings need it. Only matches with a result belong here: not those that were abandoned or cancelled, or are still
/// in play.
/// </summary>
/// <param name="Id">The match.</param>
/// <param name="Team1Id">Its team 1, which is the home team in a league.</param>
/// <param name="Team2Id">Its team 2.</param>
public sealed record StandingMatch(MatchId Id, int Team1Id, int Team2Id)
{
    private readonly SideNumbers? points;

    /// <summary>The sets in order, in the sport's own unit. A set that is not counted in <see cref="SetsWon"/> was not finished.</summary>
    public IReadOnlyList<SetScore> Sets { get; init; } = [];

    public SideNumbers SetsWon { get; init; }

    /// <summary>The points or goals of the whole match; the sum of the sets unless it is given.</summary>
    public SideNumbers Points
    {
        get => points ?? new SideNumbers(Sets.Sum(set => set.Team1), Sets.Sum(set => set.Team2));
        init => points = value;
    }

    /// <summary>1 or 2; null if the match was drawn, or if neither side won (a double walkover).</summary>
    public int? Winner { get; init; }

    public StandingOutcome Outcome { get; init; }

    public Cards Cards1 { get; init; }

    public Cards Cards2 { get; init; }

    /// <summary>Whether neither side won although the match was not drawn: then both have lost it.</summary>
    internal bool IsLostByBoth => Winner is null && Outcome is not (StandingOutcome.None or StandingOutcome.Drawn or StandingOutcome.Awarded);
}
