namespace LiveFeed.Domain.Notifications;

public interface INotificationReads
{
    /// <summary>Returns a user's notifications, the newest first.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="before">Only those with a lower number.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<NotificationPage> ListAsync(UserId userId, int before, int limit, CancellationToken cancellationToken);

    Task<NotificationSettings> SettingsAsync(UserId userId, CancellationToken cancellationToken);
}
