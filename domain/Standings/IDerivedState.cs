namespace LiveFeed.Domain.Standings;

/// <summary>
/// What follows from results: standings, and the teams of sides that come from other matches or from pools. It is computed once per
/// transaction, after the changes of all its commands were saved and before their entries are numbered.
/// </summary>
public interface IDerivedState
{
    /// <param name="eventId">The event.</param>
    /// <param name="changed">The matches whose results changed; null if the plan did.</param>
    Task UpdateAsync(EventId eventId, IReadOnlySet<MatchId>? changed);
}
