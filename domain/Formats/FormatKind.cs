namespace LiveFeed.Domain.Formats;

/// <summary>What decides a match.</summary>
public enum FormatKind
{
    /// <summary>Most of a number of sets, each of which goes to a number of points.</summary>
    Sets,

    /// <summary>Most of a number of sets of games, as in tennis.</summary>
    Games,

    /// <summary>More points or goals in all periods together.</summary>
    Sum,

    /// <summary>Numbers over periods, about which nothing else is known.</summary>
    Generic,

    /// <summary>Most of a number of rubbers: matches that are part of the match.</summary>
    Rubbers,
}
