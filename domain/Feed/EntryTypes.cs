namespace LiveFeed.Domain.Feed;

/// <summary>The types of entries. <see cref="EntryShapes"/> says what each is like.</summary>
public static class EntryTypes
{
    public const string ScoreUpdate = "score-update";
    public const string ClaimUpdate = "claim-update";
    public const string MatchUpdate = "match-update";
    public const string EventUpdate = "event-update";
    public const string Incident = "incident";
    public const string StandingsUpdate = "standings-update";
    public const string ClockUpdate = "clock-update";
    public const string StatisticsUpdate = "statistics-update";
    public const string Announcement = "announcement";

    /// <summary>It has no key, and so no place in snapshots: <see cref="Lineups.LineupNotice"/>.</summary>
    public const string LineupUpdate = "lineup-update";

    /// <summary>A message in a team's room: <see cref="Teams.MessageView"/>.</summary>
    public const string Message = "message";

    /// <summary>Something that a user is notified of, in the user's own topic: <see cref="Notifications.NotificationView"/>.</summary>
    public const string Notification = "notification";

    /// <summary>Up to which notification a user has read: <see cref="Notifications.ReadMarkView"/>.</summary>
    public const string NotificationsRead = "notifications-read";

    /// <summary>Those whose bodies name users beside their ids, which is undone when an account is erased.</summary>
    public static IReadOnlyList<string> NamingUsers { get; } = [ClaimUpdate, Announcement, Message, MatchUpdate];

    /// <summary>Those that an event's own feed has.</summary>
    public static IReadOnlyList<string> OfEvents { get; } = [.. EntryShapes.All.Where(shape => shape.Place == EntryPlace.Event).Select(shape => shape.Type)];

    public static IReadOnlyList<string> All { get; } = [.. EntryShapes.All.Select(shape => shape.Type)];
}
