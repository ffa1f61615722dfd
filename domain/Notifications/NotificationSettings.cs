namespace LiveFeed.Domain.Notifications;

/// <summary>What a user wants to be notified of.</summary>
/// <param name="Off">The kinds that the user doesn't want. All others come, also kinds that are new.</param>
public sealed record NotificationSettings(IReadOnlyList<string> Off)
{
    public static readonly NotificationSettings Default = new([]);
}
