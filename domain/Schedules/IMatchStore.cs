namespace LiveFeed.Domain.Schedules;

public interface IMatchStore
{
    Task<Match?> FindAsync(string eventId, int matchId);
}
