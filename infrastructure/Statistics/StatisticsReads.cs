using LiveFeed.Infrastructure.Incidents;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Statistics;

internal sealed class StatisticsReads(ILiveFeedContextFactory contexts) : IStatisticsReads
{
    public async Task<StatisticsView?> FindAsync(EventId eventId, MatchId matchId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        if (!await db.Matches.AnyAsync(match => match.EventId == eventId && match.Id == matchId, cancellationToken))
            return null;
        var score = await db.Scores.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == eventId && row.MatchId == matchId, cancellationToken);
        var incidents = await db.Incidents.AsNoTracking()
            .Where(incident => incident.EventId == eventId && incident.MatchId == matchId && incident.RetractedAt == null).InOrder().ToListAsync(cancellationToken);
        return MatchStatistics.From(
            matchId, score?.Status ?? MatchStatus.Scheduled, await StatisticsQueries.ScoresAsync(db, eventId, matchId), [.. incidents.Select(incident => incident.ToView())]);
    }
}
