using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Coverage;

internal sealed class CoverageStore(DbSession session) : ICoverageStore
{
    public async Task<IReadOnlyList<CoverageItem>> FindAsync(EventId eventId, UserId userId)
    {
        var coverage = session.Db.Coverage;
        await coverage.Where(item => item.EventId == eventId && item.UserId == userId).LoadAsync();
        // Include what this transaction has changed and not yet written: an import may contain several plans of one user.
        return [.. coverage.Local.Where(item => item.EventId == eventId && item.UserId == userId).OrderBy(item => item.MatchId)];
    }

    public async Task<IReadOnlyDictionary<MatchId, MatchTime?>> TimesAsync(
        EventId eventId, IReadOnlyList<MatchId> matchIds)
    {
        var times = new Dictionary<MatchId, MatchTime?>();
        foreach (var chunk in matchIds.Chunk(500))
        {
            var ids = chunk.ToList();
            var rows = await session.Db.Matches.AsNoTracking()
                .Where(match => match.EventId == eventId && ids.Contains(match.Id))
                .Select(match => new { match.Id, match.StartsAt, match.EndsAt })
                .ToListAsync();
            foreach (var row in rows)
                times[row.Id] = row is { StartsAt: { } starts, EndsAt: { } ends } ? new MatchTime(row.Id, starts, ends) : null;
        }

        return times;
    }

    public void Add(CoverageItem item) => session.Db.Coverage.Add(item);

    public void Remove(CoverageItem item) => session.Db.Coverage.Remove(item);
}
