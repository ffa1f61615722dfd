namespace LiveFeed.Domain.Scores;

/// <summary>What is played, apart from the periods, to decide a match or a tie of two legs.</summary>
public enum DeciderKind
{
    /// <summary>Penalties (IFAB Laws of the Game, Law 10).</summary>
    ShootOut,

    /// <summary>A set after a tie of two legs that is level (CEV competitions).</summary>
    GoldenSet,

    /// <summary>A tie-break in place of a deciding set (ITF Rules of Tennis, Appendix V).</summary>
    MatchTieBreak,
}
