namespace LiveFeed.Domain.Scores;

/// <summary>Why a match ended other than by play.</summary>
public enum OutcomeKind
{
    /// <summary>A side didn't play, for a reason that is no fault: illness, injury, arrival.</summary>
    Walkover,

    /// <summary>A side gave up during the match.</summary>
    Retired,

    /// <summary>A side didn't appear, or was incomplete.</summary>
    Forfeit,

    /// <summary>A side was defaulted during the match.</summary>
    Defaulted,

    /// <summary>A side was disqualified.</summary>
    Disqualified,

    /// <summary>Decided by the organizer, or a jury.</summary>
    Awarded,

    /// <summary>Declared a draw.</summary>
    Drawn,
}
