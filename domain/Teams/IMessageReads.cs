namespace LiveFeed.Domain.Teams;

/// <summary>Reads of messages.</summary>
public interface IMessageReads
{
    /// <summary>Returns a message; null if there is none with this id, or it was deleted.</summary>
    Task<MessageView?> FindAsync(EventId eventId, int teamId, string id, CancellationToken cancellationToken);

    /// <summary>Returns messages of a team's room that were not deleted, the newest first.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="teamId">The team.</param>
    /// <param name="before">Only messages before this one; null for the newest.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<MessagePage> ListAsync(EventId eventId, int teamId, string? before, int limit, CancellationToken cancellationToken);
}
