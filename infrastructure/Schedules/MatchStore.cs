using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Schedules;

internal sealed class MatchStore(DbSession session) : IMatchStore
{
    public Task<Match?> FindAsync(EventId eventId, MatchId matchId) =>
        session.FindAsync((eventId, matchId), db => db.Compiled.Match(db, eventId, matchId));

    public async Task<IReadOnlyList<Match>> ListAsync(EventId eventId, IReadOnlyCollection<MatchId> matchIds) =>
        await session.Db.Matches.Where(match => match.EventId == eventId && matchIds.Contains(match.Id)).ToListAsync();

    public async Task<IReadOnlyList<Match>> RubbersAsync(EventId eventId, IReadOnlyCollection<MatchId> ties) =>
        await session.Db.Matches.Where(match => match.EventId == eventId && match.PartOf != null && ties.Contains(match.PartOf.Value)).ToListAsync();
}
