using MediatR;

namespace LiveFeed.Domain.Notifications;

/// <summary>Notifies users of one cause. Who was notified of it before, or doesn't want such, gets nothing.</summary>
/// <param name="Cause">Names the cause.</param>
/// <param name="Kind">One of <see cref="NotificationKinds"/>.</param>
/// <param name="Content">What it says.</param>
/// <param name="UserIds">The users.</param>
public sealed record AddNotifications(string Cause, string Kind, NotificationContent Content, IReadOnlyList<UserId> UserIds) : ICommand<Done>, IWideCommand
{
    public IReadOnlyCollection<EventId> EventIds => [];

    IReadOnlyCollection<UserId> IWideCommand.UserIds => UserIds;
}

internal sealed class AddNotificationsHandler(
    INotificationStore notifications, ITopicStore topics, IFeedEntryCollector feed, IFeedCutter feeds, NotificationPolicy policy, IUserStore users, TimeProvider time)
    : IRequestHandler<AddNotifications, Result<Done>>
{
    // Removing one for each that comes would cost as much as adding it.
    private const int RemovedAtOnce = 50;

    public async Task<Result<Done>> Handle(AddNotifications command, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var notified = await notifications.NotifiedAsync(command.Cause, command.UserIds);
        var missing = new List<UserId>();
        foreach (var userId in command.UserIds.Where(userId => !notified.Contains(userId)))
        {
            if (await users.FindAsync(userId) is not null)
                missing.Add(userId);
        }

        var inboxes = await notifications.InboxesAsync(missing);
        var wanting = missing.Where(userId => inboxes[userId].Wants(command.Kind)).ToList();
        await topics.OpenAsync([.. wanting.Select(Topics.ForUser)]);
        foreach (var userId in wanting)
            await AddAsync(command, inboxes[userId], now);
        return new Done();
    }

    private async Task AddAsync(AddNotifications command, Inbox inbox, DateTimeOffset now)
    {
        var (userId, topic) = (inbox.UserId, Topics.ForUser(inbox.UserId));
        var notification = new Notification { UserId = userId, Number = inbox.Next(), Cause = command.Cause, Kind = command.Kind, Content = command.Content, At = now };
        notifications.Add(notification);
        feed.Add(new FeedEntryDraft(topic, EntryTypes.Notification, $"notification/{notification.Number}", now, notification.ToView() with { At = null }, default));
        if (inbox.Last <= policy.MaxPerUser || inbox.Last % RemovedAtOnce != 0)
            return;
        await notifications.RemoveAsync(userId, inbox.Last - policy.MaxPerUser);
        // Each notification has an entry, and may have one by which it was read.
        await feeds.KeepNewestAsync(topic, 2 * policy.MaxPerUser);
    }
}
