using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Notifications;

/// <summary>What a notification says, as it was when it was made.</summary>
/// <param name="EventId">The event.</param>
/// <param name="EventName">The event's name.</param>
public sealed record NotificationContent(EventId EventId, string EventName)
{
    /// <summary>The match that it is about; left out if it is about none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NotifiedMatch? Match { get; init; }

    /// <summary>The team that it is about; left out if it is about none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NotifiedTeam? Team { get; init; }

    /// <summary>The reader's role from then on; left out if it was taken away, and unless the kind is role-changed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Role { get; init; }

    /// <summary>What was announced; left out unless the kind is announcement.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }
}
