namespace LiveFeed.Domain.Feed;

/// <summary>What a topic is about (<see cref="Topics"/>).</summary>
/// <param name="EventId">The event that it is, or belongs to; null if it is a user's own.</param>
/// <param name="TeamId">The team whose room it is; null if it is none.</param>
/// <param name="UserId">The user whose own it is; null if it is an event's.</param>
public readonly record struct TopicName(EventId? EventId, int? TeamId = null, UserId? UserId = null)
{
    /// <summary>Whether it is an event, and not something of it.</summary>
    public bool IsEvent => EventId is not null && TeamId is null;
}
