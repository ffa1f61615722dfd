namespace LiveFeed.Domain.Feed;

/// <summary>What a topic is about (<see cref="Topics"/>).</summary>
/// <param name="EventId">The event that it is, or belongs to.</param>
/// <param name="TeamId">The team whose room it is; null if it is the event itself.</param>
public readonly record struct TopicName(EventId EventId, int? TeamId = null);
