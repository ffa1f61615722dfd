namespace LiveFeed.Domain.ScorerLinks;

/// <summary>Reads of scorer links. The caller must check access.</summary>
public interface IScorerLinkReads
{
    /// <summary>Returns an event's links that can be used, the newest first.</summary>
    Task<Page<ScorerLinkView>> ListAsync(EventId eventId, Paging paging, CancellationToken cancellationToken);
}
