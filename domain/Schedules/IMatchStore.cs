namespace LiveFeed.Domain.Schedules;

public interface IMatchStore
{
    Task<Match?> FindAsync(EventId eventId, MatchId matchId);
}
