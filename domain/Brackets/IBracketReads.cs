namespace LiveFeed.Domain.Brackets;

/// <summary>Reads of brackets.</summary>
public interface IBracketReads
{
    /// <summary>Returns all brackets, or those of a division, in the order of divisions; in each, those that play for better places first.</summary>
    Task<Page<BracketView>> ListAsync(EventId eventId, int? divisionId, Paging paging, CancellationToken cancellationToken);

    /// <summary>Returns the sides that results contradict, in the order of their matches.</summary>
    Task<Page<SideConflictView>> ConflictsAsync(EventId eventId, Paging paging, CancellationToken cancellationToken);
}
