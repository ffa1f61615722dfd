namespace LiveFeed.Api.Pages.Plain;

/// <summary>A match with its score, if it has one.</summary>
/// <param name="Match">The match.</param>
/// <param name="Score">Its score.</param>
/// <param name="IsClaimed">Whether somebody keeps its score now.</param>
/// <param name="StoredClock">Its clock as it was read last, if it has one.</param>
internal sealed record DisplayedMatch(MatchView Match, ScoreView? Score, bool IsClaimed, ClockView? StoredClock = null)
{
    /// <summary>The clock, while the match is in play.</summary>
    public ClockView? Clock => Status == MatchStatus.InProgress ? StoredClock : null;

    public MatchStatus Status => Score?.Status ?? MatchStatus.Scheduled;

    public string Team(int side) =>
        (side == 1 ? Match.Team1?.Name ?? Match.Team1Label : Match.Team2?.Name ?? Match.Team2Label) ?? "To be decided";
}
