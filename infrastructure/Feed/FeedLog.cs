using System.Collections.Frozen;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>The durable log, in the database.</summary>
internal sealed class FeedLog(ILiveFeedContextFactory contexts, FeedMetrics metrics, IOptions<FeedOptions> options) : IFeedLog
{
    public async Task<LoadedFeed?> LoadAsync(string eventId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        // Read access before the head: if it changes in between, the version differs, and the tail check reads it again.
        if (await ReadAccessAsync(db, eventId, cancellationToken) is not { } access)
            return null;
        if (await db.FeedHeads.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == eventId, cancellationToken) is not { } head)
            return null;

        // Entries never change, so everything read here up to one sequence is consistent, without a transaction.
        var upTo = head.Sequence;
        var entries = db.FeedEntries.AsNoTracking().Where(row => row.EventId == eventId && row.Sequence <= upTo);
        var recentFrom = upTo - options.Value.MemoryEntries;
        var recent = await entries.Where(row => row.Sequence > recentFrom).OrderBy(row => row.Sequence).ToListAsync(cancellationToken);
        var latest = await entries
            .Where(row => row.Key != null && !row.Removed && row.Sequence == db.FeedEntries
                .Where(other => other.EventId == eventId && other.Key == row.Key && other.Sequence <= upTo).Max(other => other.Sequence))
            .OrderBy(row => row.Sequence)
            .ToListAsync(cancellationToken);
        return new LoadedFeed(head.Epoch, upTo, access, Encode(recent, head.Epoch), Encode(latest, head.Epoch));
    }

    public async Task<IReadOnlyList<FeedEntry>> ReadAsync(string eventId, string epoch, long after, CancellationToken cancellationToken)
    {
        metrics.LogRead();
        await using var db = contexts.Create();
        var rows = await db.FeedEntries.AsNoTracking()
            .Where(row => row.EventId == eventId && row.Sequence > after)
            .OrderBy(row => row.Sequence)
            .Take(options.Value.HistoryPageSize)
            .ToListAsync(cancellationToken);
        return Encode(rows, epoch);
    }

    public async Task<IReadOnlyDictionary<string, FeedHead>> HeadsAsync(IReadOnlyList<string> eventIds, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var heads = new Dictionary<string, FeedHead>(StringComparer.Ordinal);
        foreach (var ids in eventIds.Chunk(500))
        {
            var list = ids.ToList();
            foreach (var head in await db.FeedHeads.AsNoTracking().Where(row => list.Contains(row.EventId)).ToListAsync(cancellationToken))
                heads.Add(head.EventId, head);
        }

        return heads;
    }

    public async Task<FeedAccess?> ReadAccessAsync(string eventId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return await ReadAccessAsync(db, eventId, cancellationToken);
    }

    private static async Task<FeedAccess?> ReadAccessAsync(LiveFeedContext db, string eventId, CancellationToken cancellationToken)
    {
        var version = await db.FeedHeads.AsNoTracking()
            .Where(row => row.EventId == eventId).Select(row => (long?)row.AccessVersion).SingleOrDefaultAsync(cancellationToken);
        var found = await db.Events.AsNoTracking()
            .Where(row => row.Id == eventId).Select(row => new { row.Visibility, row.Archived }).SingleOrDefaultAsync(cancellationToken);
        if (version is null || found is null)
            return null;
        var members = await db.Members.AsNoTracking()
            .Where(row => row.EventId == eventId).Select(row => new { row.UserId, row.Role }).ToListAsync(cancellationToken);
        return new FeedAccess(
            version.Value, found.Visibility, found.Archived,
            members.ToFrozenDictionary(member => member.UserId, member => member.Role, StringComparer.Ordinal));
    }

    private static List<FeedEntry> Encode(List<FeedEntryRow> rows, string epoch) => [.. rows.Select(row => row.ToEntry(epoch))];
}
