namespace LiveFeed.Domain.Teams;

/// <summary>Messages, in the transaction of the command that uses them.</summary>
public interface IMessageStore
{
    Task<Message?> FindAsync(EventId eventId, int teamId, string id);

    /// <summary>Returns messages that a user wrote in the rooms of an event and that were not deleted, the oldest first.</summary>
    Task<IReadOnlyList<Message>> ListWrittenByAsync(EventId eventId, UserId authorId, int limit);

    /// <summary>Returns messages in the rooms of an event that were written before a time, the oldest first, deleted ones among them.</summary>
    Task<IReadOnlyList<Message>> ListBeforeAsync(EventId eventId, DateTimeOffset before, int limit);

    void Add(Message message);

    void Remove(Message message);
}
