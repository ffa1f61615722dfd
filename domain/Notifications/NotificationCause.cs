using System.Text.Json;
using LiveFeed.Domain.Jobs;

namespace LiveFeed.Domain.Notifications;

/// <summary>Something of which users are to be notified: the payload of the job that does it.</summary>
/// <param name="Kind">One of <see cref="NotificationKinds"/>.</param>
/// <param name="EventId">The event.</param>
public sealed record NotificationCause(string Kind, EventId EventId)
{
    public const string JobKind = "notify";

    /// <summary>The match that it is about.</summary>
    public MatchId? MatchId { get; init; }

    /// <summary>The match's teams then.</summary>
    public int? Team1Id { get; init; }

    public int? Team2Id { get; init; }

    /// <summary>When the match starts that starts soon. If it starts at another time by now, this is no cause any more.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>The match's sets then.</summary>
    public IReadOnlyList<SetScore>? Sets { get; init; }

    /// <summary>The winner of the match, 1 or 2.</summary>
    public int? Winner { get; init; }

    /// <summary>The team whose room it is, or in which somebody has another role.</summary>
    public int? TeamId { get; init; }

    /// <summary>The only user whom it concerns.</summary>
    public UserId? UserId { get; init; }

    /// <summary>The role that the user has now, as clients see it.</summary>
    public string? Role { get; init; }

    /// <summary>The announcement, whose text is kept nowhere else: it may be deleted before anybody is notified.</summary>
    public string? AnnouncementId { get; init; }

    /// <summary>The message that names people.</summary>
    public string? MessageId { get; init; }

    /// <summary>Who has caused it, and needs no notification.</summary>
    public UserId? By { get; init; }

    /// <summary>Reads a job's payload.</summary>
    public static NotificationCause From(string payload) => JsonSerializer.Deserialize<NotificationCause>(payload, ApiJson.Options)!;

    public string ToPayload() => JsonSerializer.Serialize(this, ApiJson.Options);

    /// <summary>Returns the job that notifies.</summary>
    /// <param name="id">Names the cause: nobody gets two notifications of one.</param>
    /// <param name="now">The current time.</param>
    internal Job ToJob(string id, DateTimeOffset now) =>
        new() { Id = id, Kind = JobKind, Payload = ToPayload(), CreatedAt = now, DueAt = now };
}
