namespace LiveFeed.Domain.Standings;

/// <summary>Collects, while a transaction's commands run, what its derived state has to be computed for.</summary>
public interface IDerivedWork
{
    void Add(EventId eventId, DerivedChange change);
}
