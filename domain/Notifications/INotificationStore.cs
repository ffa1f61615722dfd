namespace LiveFeed.Domain.Notifications;

/// <summary>Notifications, in the transaction of a command that has locked their users.</summary>
public interface INotificationStore
{
    /// <summary>Returns a user's inbox, which is added if there is none yet.</summary>
    Task<Inbox> InboxAsync(UserId userId);

    /// <summary>Returns the inboxes of users by their ids. Missing ones are added.</summary>
    Task<IReadOnlyDictionary<UserId, Inbox>> InboxesAsync(IReadOnlyList<UserId> userIds);

    /// <summary>Returns those of some users who were notified of a cause.</summary>
    Task<IReadOnlySet<UserId>> NotifiedAsync(string cause, IReadOnlyList<UserId> userIds);

    void Add(Notification notification);

    /// <summary>Removes a user's notifications up to a number.</summary>
    Task RemoveAsync(UserId userId, int upTo);
}
