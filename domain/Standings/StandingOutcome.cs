namespace LiveFeed.Domain.Standings;

/// <summary>Why a match ended other than by play.</summary>
public enum StandingOutcome
{
    /// <summary>It was played to its end.</summary>
    None,

    /// <summary>One side didn't come, and the match never began.</summary>
    Walkover,

    /// <summary>One side gave up during the match.</summary>
    Retired,

    /// <summary>One side refused to play, or was not allowed to.</summary>
    Forfeit,

    /// <summary>One side lost by its conduct or by coming late (tennis).</summary>
    Defaulted,

    Disqualified,

    /// <summary>A committee decided it.</summary>
    Awarded,

    /// <summary>It ended level, whatever its sets say.</summary>
    Drawn,
}
