using MediatR;

namespace LiveFeed.Domain.Notifications;

/// <summary>Notifies those whom a message in a team's room names. Who they are is looked up later, and the text is kept nowhere else.</summary>
internal sealed class MentionsToNotifications(Notifier notifier) : INotificationHandler<MessagePosted>
{
    public Task Handle(MessagePosted posted, CancellationToken cancellationToken)
    {
        var message = posted.Message;
        if (message.Text?.Contains(Mentions.Sign, StringComparison.Ordinal) == true)
            notifier.Notify(new NotificationCause(NotificationKinds.Mention, message.EventId) { TeamId = message.TeamId, MessageId = message.Id, By = message.AuthorId });
        return Task.CompletedTask;
    }
}
