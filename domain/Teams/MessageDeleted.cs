using MediatR;

namespace LiveFeed.Domain.Teams;

/// <summary>A message was deleted, or removed because it was too old.</summary>
public sealed record MessageDeleted(Message Message, DateTimeOffset At) : INotification;

internal sealed class MessageDeletedToFeed(ITopicStore topics, IFeedEntryCollector feed) : INotificationHandler<MessageDeleted>
{
    public async Task Handle(MessageDeleted deleted, CancellationToken cancellationToken)
    {
        var message = deleted.Message;
        var (room, key) = (Topics.ForTeam(message.EventId, message.TeamId), $"message/{message.Id}");
        await topics.OpenAsync(room);
        await topics.BlankAsync(room, key);
        feed.Add(new FeedEntryDraft(room, EntryTypes.Message, key, deleted.At, new RemovedMessageView(message.Id), default) { Removed = true });
    }
}
