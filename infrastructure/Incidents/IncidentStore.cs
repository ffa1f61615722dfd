using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Incidents;

internal sealed class IncidentStore(DbSession session) : IIncidentStore
{
    private (LiveFeedContext Db, EventId EventId, HashSet<MatchId> Matches)? withIncidents;
    private (LiveFeedContext Db, EventId EventId, Dictionary<MatchId, LiveMatch> Matches)? live;

    public Task<Incident?> FindAsync(EventId eventId, string id) =>
        session.FindAsync((eventId, id), db => db.Incidents.SingleOrDefaultAsync(incident => incident.EventId == eventId && incident.Id == id));

    public async Task<IReadOnlyList<Incident>> ListAsync(EventId eventId, MatchId matchId) =>
        await session.Db.Incidents.Where(incident => incident.EventId == eventId && incident.MatchId == matchId && incident.RetractedAt == null).InOrder().ToListAsync();

    public async Task<IReadOnlyList<Incident>> ListAsync(EventId eventId, IReadOnlyCollection<MatchId> matches, IReadOnlyCollection<IncidentKind> kinds) =>
        await session.Db.Incidents.Where(incident => incident.EventId == eventId && matches.Contains(incident.MatchId) && kinds.Contains(incident.Kind) && incident.RetractedAt == null).ToListAsync();

    public async Task<IReadOnlySet<MatchId>> MatchesAsync(EventId eventId)
    {
        var db = session.Db;
        if (withIncidents is { } known && known.Db == db && known.EventId == eventId)
            return known.Matches;
        var matches = await db.Incidents.Where(incident => incident.EventId == eventId).Select(incident => incident.MatchId).Distinct().ToHashSetAsync();
        withIncidents = (db, eventId, matches);
        return matches;
    }

    public async Task<IReadOnlyDictionary<MatchId, LiveMatch>> LiveMatchesAsync(EventId eventId)
    {
        var db = session.Db;
        if (live is { } known && known.Db == db && known.EventId == eventId)
            return known.Matches;
        var matches = await db.LiveMatches.AsNoTracking().Where(match => match.EventId == eventId).ToDictionaryAsync(match => match.MatchId);
        live = (db, eventId, matches);
        return matches;
    }

    public Task<LiveMatch?> FindLiveAsync(EventId eventId, MatchId matchId) =>
        session.FindAsync((eventId, matchId), db => db.LiveMatches.SingleOrDefaultAsync(live => live.EventId == eventId && live.MatchId == matchId));

    public async Task<IReadOnlyList<LiveMatch>> ListOverAsync(EventId eventId, DateTimeOffset before, int limit) =>
        await LiveMatchQueries.Over(session.Db, before).Where(live => live.EventId == eventId).OrderBy(live => live.MatchId).Take(limit).ToListAsync();

    public async Task<IReadOnlyList<Incident>> ListWithPlayersAsync(EventId eventId) =>
        await session.Db.Incidents.Where(incident => incident.EventId == eventId && (incident.PersonId != null || incident.Person2Id != null)).ToListAsync();

    // Tracked, unlike revisions: its notification is collected from what is tracked.
    public void Add(Incident incident) => session.Add((incident.EventId, incident.Id), incident);

    public void Add(LiveMatch match) => session.Add((match.EventId, match.MatchId), match);

    public void Remove(LiveMatch match) => session.Remove((match.EventId, match.MatchId), match);
}
