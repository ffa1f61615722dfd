using LiveFeed.Domain.Notifications;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Notifications;

internal sealed class NotificationStore(DbSession session) : INotificationStore
{
    public async Task<Inbox> InboxAsync(UserId userId) => (await InboxesAsync([userId]))[userId];

    public async Task<IReadOnlyDictionary<UserId, Inbox>> InboxesAsync(IReadOnlyList<UserId> userIds)
    {
        var inboxes = await session.Db.Inboxes.Where(inbox => userIds.Contains(inbox.UserId)).ToDictionaryAsync(inbox => inbox.UserId);
        foreach (var userId in userIds.Where(userId => !inboxes.ContainsKey(userId)))
        {
            inboxes[userId] = new Inbox { UserId = userId };
            session.Db.Add(inboxes[userId]);
        }

        return inboxes;
    }

    public async Task<IReadOnlySet<UserId>> NotifiedAsync(string cause, IReadOnlyList<UserId> userIds) => (await session.Db.Notifications
        .Where(notification => notification.Cause == cause && userIds.Contains(notification.UserId)).Select(notification => notification.UserId).ToListAsync()).ToHashSet();

    public void Add(Notification notification) => session.Append(notification);

    public Task RemoveAsync(UserId userId, int upTo) =>
        session.Db.Notifications.Where(notification => notification.UserId == userId && notification.Number <= upTo).ExecuteDeleteAsync();
}
