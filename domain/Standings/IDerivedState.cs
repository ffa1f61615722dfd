namespace LiveFeed.Domain.Standings;

/// <summary>
/// What follows from results: scores of ties of rubbers, standings, winners of ties, and the teams of sides that come from other matches or from pools. It is computed
/// once per transaction, after the changes of all its commands were saved and before their entries are numbered.
/// </summary>
public interface IDerivedState
{
    Task UpdateAsync(EventId eventId, IReadOnlyCollection<DerivedChange> changes);
}
