namespace LiveFeed.Domain.Formats;

/// <summary>How the deciding set of a match of games is played (ITF Rules of Tennis, rules 6b and 7, Appendix V).</summary>
public enum FinalSet
{
    /// <summary>Like every other set.</summary>
    TieBreak,

    /// <summary>Until a lead of two games.</summary>
    Advantage,

    /// <summary>A tie-break to ten points with a lead of two in place of the set, recorded as its points or as 1-0.</summary>
    MatchTieBreak10,

    /// <summary>The same to seven points.</summary>
    MatchTieBreak7,

    /// <summary>A tie-break at 12-12, as at Wimbledon from 2019 to 2021.</summary>
    TieBreakAt12,

    /// <summary>Not known: it may be <see cref="TieBreak"/>, <see cref="Advantage"/> or <see cref="MatchTieBreak10"/>. So nobody has won before the status says so.</summary>
    Any,
}
