namespace LiveFeed.Domain.Standings;

/// <summary>Collects, while a transaction's commands run, what its derived state has to be computed for.</summary>
public interface IDerivedWork
{
    /// <summary>A match got a result, lost it, or has another one.</summary>
    void ResultChanged(EventId eventId, MatchId matchId);

    /// <summary>Anything may have changed: matches, pools, rules.</summary>
    void PlanChanged(EventId eventId);
}
