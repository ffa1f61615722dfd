namespace LiveFeed.Domain.Feed;

/// <summary>In which kind of topic an entry is.</summary>
public enum EntryPlace
{
    /// <summary>An event's own.</summary>
    Event,

    /// <summary>The room of a team, whose <c>teamId</c> its entries have.</summary>
    Room,

    /// <summary>A user's own. Its entries have an <c>eventId</c> only if their body says so.</summary>
    User,
}
