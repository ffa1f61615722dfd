namespace LiveFeed.Domain.Feed;

/// <summary>
/// The names of topics. A topic is something that has a feed and readers of its own, and is named by a path: <c>events/wc22</c>. The event is
/// the only kind so far.
/// </summary>
public static class Topics
{
    /// <summary>The maximum length of a topic's name, in characters.</summary>
    public const int MaxLength = 160;

    private const string Events = "events/";

    /// <summary>Returns the topic of an event.</summary>
    public static string ForEvent(EventId eventId) => Events + eventId.Value;

    /// <summary>Returns whether a path names a kind of topic that there is.</summary>
    public static bool Exists(string path) => TryGetEventId(path, out _);

    /// <summary>Returns the id of the event that a topic is.</summary>
    /// <exception cref="ArgumentException">The topic is of another kind.</exception>
    public static EventId GetEventId(string topic) =>
        TryGetEventId(topic, out var id) ? id : throw new ArgumentException($"The topic {topic} is not an event.", nameof(topic));

    private static bool TryGetEventId(string topic, out EventId id)
    {
        id = default;
        return topic.StartsWith(Events, StringComparison.Ordinal) && EventId.TryParse(topic[Events.Length..], out id);
    }
}
