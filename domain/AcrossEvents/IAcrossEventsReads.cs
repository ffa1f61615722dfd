namespace LiveFeed.Domain.AcrossEvents;

/// <summary>Reads of what is compared and added up across events. The caller must check access, except for the list.</summary>
public interface IAcrossEventsReads
{
    /// <summary>Returns the newest events that the reader may read, the newest first: those that start last; without a start, those that were created last.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="sport">Only those of this sport; all if null.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<EventId>> NewestAsync(ReaderIdentity reader, string? sport, int count, CancellationToken cancellationToken);

    /// <summary>Returns what the teams of an event have got; null if there is no such event.</summary>
    Task<EventResults?> ResultsAsync(EventId eventId, CancellationToken cancellationToken);

    /// <summary>Returns what is compared of an event; null if there is no such event.</summary>
    Task<ComparedEvent?> ComparedAsync(EventId eventId, CancellationToken cancellationToken);
}
