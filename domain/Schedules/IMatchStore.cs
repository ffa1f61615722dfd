namespace LiveFeed.Domain.Schedules;

public interface IMatchStore
{
    Task<Match?> FindAsync(EventId eventId, MatchId matchId);

    /// <summary>Returns these matches.</summary>
    Task<IReadOnlyList<Match>> ListAsync(EventId eventId, IReadOnlyCollection<MatchId> matchIds);

    /// <summary>Returns the rubbers of these ties. A match that is no tie has none.</summary>
    Task<IReadOnlyList<Match>> RubbersAsync(EventId eventId, IReadOnlyCollection<MatchId> ties);
}
