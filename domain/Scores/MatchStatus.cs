namespace LiveFeed.Domain.Scores;

/// <summary>How far a match has come.</summary>
public enum MatchStatus
{
    /// <summary>Planned, not begun.</summary>
    Scheduled,

    /// <summary>Being played.</summary>
    InProgress,

    /// <summary>Over, with a result: played to its end, or ended by an <see cref="Outcome"/>.</summary>
    Final,

    /// <summary>Never to be played.</summary>
    Cancelled,

    /// <summary>Not begun, to be played at another time.</summary>
    Postponed,

    /// <summary>Begun, to be resumed later.</summary>
    Suspended,

    /// <summary>Ended before its end, without a result.</summary>
    Abandoned,
}
