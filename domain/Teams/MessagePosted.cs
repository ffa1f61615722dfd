using MediatR;

namespace LiveFeed.Domain.Teams;

/// <summary>A message was written.</summary>
/// <param name="Message">The message.</param>
/// <param name="AuthorName">The name of its author.</param>
public sealed record MessagePosted(Message Message, string AuthorName) : INotification;

internal sealed class MessagePostedToFeed(ITopicStore topics, IFeedEntryCollector feed) : INotificationHandler<MessagePosted>
{
    public async Task Handle(MessagePosted posted, CancellationToken cancellationToken)
    {
        var message = posted.Message;
        var room = Topics.ForTeam(message.EventId, message.TeamId);
        await topics.OpenAsync(room);
        feed.Add(new FeedEntryDraft(room, EntryTypes.Message, $"message/{message.Id}", message.PostedAt, message.ToView(posted.AuthorName), default));
    }
}
