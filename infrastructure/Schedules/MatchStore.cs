using LiveFeed.Infrastructure.Persistence;

namespace LiveFeed.Infrastructure.Schedules;

internal sealed class MatchStore(DbSession session) : IMatchStore
{
    public Task<Match?> FindAsync(EventId eventId, MatchId matchId) =>
        session.FindAsync((eventId, matchId), db => db.Compiled.Match(db, eventId, matchId));
}
