namespace LiveFeed.Domain.Teams;

/// <summary>Messages, in the transaction of the command that uses them.</summary>
public interface IMessageStore
{
    Task<Message?> FindAsync(EventId eventId, int teamId, string id);

    void Add(Message message);
}
