namespace LiveFeed.Domain.Notifications;

/// <summary>What users are notified of.</summary>
public static class NotificationKinds
{
    /// <summary>A match that the user follows, or whose team, begins soon. It comes again if the match moves.</summary>
    public const string MatchSoon = "match-soon";

    public const string MatchStarted = "match-started";

    /// <summary>A set was won, and the match goes on.</summary>
    public const string SetEnded = "set-ended";

    public const string MatchFinal = "match-final";

    /// <summary>A match has another time, or another court.</summary>
    public const string Rescheduled = "rescheduled";

    /// <summary>An organizer says something to everybody.</summary>
    public const string Announcement = "announcement";

    /// <summary>The user's name stands behind an @ in a message of a team's room.</summary>
    public const string Mention = "mention";

    /// <summary>Somebody else has given the user a role, or taken it away.</summary>
    public const string RoleChanged = "role-changed";

    public static IReadOnlyList<string> All { get; } = [MatchSoon, MatchStarted, SetEnded, MatchFinal, Rescheduled, Announcement, Mention, RoleChanged];
}
