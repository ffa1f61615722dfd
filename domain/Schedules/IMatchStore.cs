namespace LiveFeed.Domain.Schedules;

public interface IMatchStore
{
    Task<Match?> FindAsync(EventId eventId, MatchId matchId);

    /// <summary>Returns these matches.</summary>
    Task<IReadOnlyList<Match>> ListAsync(EventId eventId, IReadOnlyCollection<MatchId> matchIds);
}
