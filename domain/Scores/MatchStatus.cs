namespace LiveFeed.Domain.Scores;

/// <summary>How far a match has come.</summary>
public enum MatchStatus
{
    /// <summary>Planned, not begun.</summary>
    Scheduled,

    /// <summary>Being played, or interrupted and to be resumed.</summary>
    InProgress,

    /// <summary>Over, with a result: played to its end, or ended early by a retirement or a default.</summary>
    Final,

    /// <summary>Over without a result, or never to be played.</summary>
    Cancelled,
}
