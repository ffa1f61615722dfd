namespace LiveFeed.Domain.Scores;

/// <summary>A step in the course of a match that people want to know of.</summary>
public enum MatchProgress
{
    Started,

    /// <summary>A set was won, and the match goes on.</summary>
    SetEnded,

    /// <summary>The match has a result.</summary>
    Ended,
}
