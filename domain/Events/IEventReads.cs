namespace LiveFeed.Domain.Events;

/// <summary>Reads of events. The caller must check access, except for the list.</summary>
public interface IEventReads
{
    /// <summary>Returns public events and those of the reader, or only those that the reader may manage, the soonest first.</summary>
    Task<Page<EventView>> ListAsync(ReaderIdentity reader, bool onlyManaged, Paging paging, CancellationToken cancellationToken);

    Task<EventView?> FindAsync(EventId eventId, CancellationToken cancellationToken);
}
