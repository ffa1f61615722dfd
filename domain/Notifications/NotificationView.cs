using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Notifications;

/// <summary>A notification, as its reader sees it. Names and times are those of then.</summary>
/// <param name="Number">Counts the reader's notifications, from 1.</param>
/// <param name="Kind">What happened: match-soon, match-started, set-ended, match-final, rescheduled, announcement, mention or role-changed. Others may follow.</param>
/// <param name="EventId">The event.</param>
/// <param name="EventName">The event's name.</param>
/// <param name="At">When the reader was notified.</param>
public sealed record NotificationView(
    int Number, string Kind, EventId EventId, string EventName,
    // Every entry of the feed has this member anyway.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? At = null)
{
    /// <inheritdoc cref="NotificationContent.Match"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NotifiedMatch? Match { get; init; }

    /// <inheritdoc cref="NotificationContent.Team"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NotifiedTeam? Team { get; init; }

    /// <inheritdoc cref="NotificationContent.Role"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Role { get; init; }

    /// <inheritdoc cref="NotificationContent.Text"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }
}
