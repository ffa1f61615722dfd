using MediatR;

namespace LiveFeed.Domain.Notifications;

/// <summary>Notes that a user has read notifications.</summary>
/// <param name="UserId">The user.</param>
/// <param name="UpTo">The number of the last one; all if it is higher than that of the newest.</param>
public sealed record ReadNotifications(UserId UserId, int UpTo) : ICommand<ReadMarkView>, IUserCommand, IValidatable
{
    public Error? Validate() => UpTo >= 0 ? null : Error.Invalid(ErrorCode.InvalidRequest, "upTo", "The number of a notification is 0 or more.");
}

internal sealed class ReadNotificationsHandler(INotificationStore notifications, ITopicStore topics, IFeedEntryCollector feed, TimeProvider time)
    : IRequestHandler<ReadNotifications, Result<ReadMarkView>>
{
    public async Task<Result<ReadMarkView>> Handle(ReadNotifications command, CancellationToken cancellationToken)
    {
        var inbox = await notifications.InboxAsync(command.UserId);
        if (inbox.Read(command.UpTo))
        {
            // The user's other devices show it too.
            var topic = Topics.ForUser(command.UserId);
            await topics.OpenAsync(topic);
            feed.Add(new FeedEntryDraft(topic, EntryTypes.NotificationsRead, EntryTypes.NotificationsRead, time.Now(), inbox.ReadMark, default));
        }

        return inbox.ReadMark;
    }
}
