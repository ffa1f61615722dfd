namespace LiveFeed.Domain.Standings;

/// <summary>By which score a match counts from which one side retired.</summary>
public enum RetiredScore
{
    /// <summary>By what was played.</summary>
    AsPlayed,

    /// <summary>The winner also gets the sets and points that were missing; the other side keeps what it has.</summary>
    FilledIn,

    /// <summary>As if it had not been played.</summary>
    AsUnplayed,
}
