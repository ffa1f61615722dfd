namespace LiveFeed.Domain.Notifications;

/// <summary>Something of which one user was notified.</summary>
public sealed class Notification
{
    public const int MaxCauseLength = 128;

    public required UserId UserId { get; init; }

    /// <summary>Counts the user's notifications, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What caused it, the same for all whom it concerns: nobody gets two of one cause.</summary>
    public required string Cause { get; init; }

    /// <summary>One of <see cref="NotificationKinds"/>.</summary>
    public required string Kind { get; init; }

    public required NotificationContent Content { get; init; }

    public required DateTimeOffset At { get; init; }

    public NotificationView ToView() => new(Number, Kind, Content.EventId, Content.EventName, At)
    {
        Match = Content.Match,
        Team = Content.Team,
        Role = Content.Role,
        Text = Content.Text,
    };
}
