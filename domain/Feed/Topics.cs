using System.Globalization;

namespace LiveFeed.Domain.Feed;

/// <summary>
/// The names of topics. A topic is something that has a feed and readers of its own, and is named by a path: <c>events/wc22</c>,
/// <c>events/wc22/teams/7</c> for the room of a team, or <c>users/{userId}</c> for what is one user's own, who calls it <c>me</c>.
/// </summary>
public static class Topics
{
    /// <summary>The maximum length of a topic's name, in characters.</summary>
    public const int MaxLength = 160;

    /// <summary>The path by which readers name the topic of their own.</summary>
    public const string Me = "me";

    /// <summary>A pattern of SQL's LIKE: all topics that are or belong to an event.</summary>
    public const string OfEvents = Events + "%";

    /// <summary>A pattern of SQL's LIKE: all topics that belong to an event and are not the event itself.</summary>
    public const string BesideEvents = Events + "%/%";

    private const string Events = "events/";
    private const string Teams = "/teams/";
    private const string Users = "users/";

    /// <summary>Returns the topic of an event.</summary>
    public static string ForEvent(EventId eventId) => Events + eventId.Value;

    /// <summary>Returns the topic that is a team's room.</summary>
    public static string ForTeam(EventId eventId, int teamId) => string.Create(CultureInfo.InvariantCulture, $"{Events}{eventId.Value}{Teams}{teamId}");

    /// <summary>Returns the topic that is a user's own.</summary>
    public static string ForUser(UserId userId) => Users + userId.Value;

    /// <summary>Returns the path by which a topic's readers name it.</summary>
    public static string PathOf(string topic) => topic.StartsWith(Users, StringComparison.Ordinal) ? Me : topic;

    /// <summary>Returns what precedes the names of an event's topics beside its own.</summary>
    public static string Below(EventId eventId) => $"{Events}{eventId.Value}/";

    /// <summary>Returns what a topic is about; null if there is no such kind of topic, or it is not named in its one form.</summary>
    public static TopicName? Parse(string path)
    {
        if (path.StartsWith(Users, StringComparison.Ordinal))
            return UserId.TryParse(path[Users.Length..], out var userId) ? new TopicName(null, null, userId) : null;
        if (!path.StartsWith(Events, StringComparison.Ordinal))
            return null;
        var rest = path[Events.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return EventId.TryParse(rest, out var only) ? new TopicName(only) : null;
        // One team has one topic: 07 and -0 are no names of it.
        return EventId.TryParse(rest[..slash], out var id)
            && rest[slash..].StartsWith(Teams, StringComparison.Ordinal)
            && int.TryParse(rest[(slash + Teams.Length)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var teamId)
            && ForTeam(id, teamId) == path
            ? new TopicName(id, teamId)
            : null;
    }

    /// <summary>Returns what a topic is about.</summary>
    /// <exception cref="ArgumentException">There is no such kind of topic.</exception>
    public static TopicName Get(string topic) => Parse(topic) ?? throw new ArgumentException($"There is no kind of topic that {topic} is.", nameof(topic));

    /// <summary>Returns the id of the event that a topic is.</summary>
    /// <exception cref="ArgumentException">The topic is of another kind.</exception>
    public static EventId GetEventId(string topic) => Parse(topic) is { IsEvent: true } name ? name.EventId!.Value : throw new ArgumentException($"The topic {topic} is not an event.", nameof(topic));
}
