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
    public async Task<LoadedFeed?> LoadAsync(string topic, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        if (await db.FeedHeads.AsNoTracking().SingleOrDefaultAsync(row => row.Topic == topic, cancellationToken) is not { } head)
            return null;

        // Entries never change, so everything read here up to one sequence is consistent, without a transaction.
        var upTo = head.Sequence;
        var entries = db.FeedEntries.AsNoTracking().Where(row => row.Topic == topic && row.Sequence <= upTo);
        var recentFrom = upTo - options.Value.MemoryEntries;
        var recent = await entries.Where(row => row.Sequence > recentFrom).OrderBy(row => row.Sequence).ToListAsync(cancellationToken);
        var latest = await entries
            .Where(row => row.Key != null && !row.Removed && row.Sequence == db.FeedEntries
                .Where(other => other.Topic == topic && other.Key == row.Key && other.Sequence <= upTo).Max(other => other.Sequence))
            .OrderBy(row => row.Sequence)
            .ToListAsync(cancellationToken);
        return new LoadedFeed(head.Epoch, upTo, Encode(Contiguous(recent, upTo), head.Epoch), Encode(latest, head.Epoch));
    }

    public async Task<IReadOnlyList<FeedEntry>> ReadAsync(string topic, string epoch, long after, CancellationToken cancellationToken)
    {
        metrics.LogRead();
        await using var db = contexts.Create();
        var upTo = after + options.Value.HistoryPageSize;
        var rows = await db.FeedEntries.AsNoTracking()
            .Where(row => row.Topic == topic && row.Sequence > after && row.Sequence <= upTo)
            .OrderBy(row => row.Sequence)
            .ToListAsync(cancellationToken);
        return Encode(rows, epoch);
    }

    public async Task<IReadOnlyDictionary<string, LogHead>> HeadsAsync(IReadOnlyList<string> topics, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var heads = new Dictionary<string, LogHead>(StringComparer.Ordinal);
        foreach (var some in topics.Chunk(500))
        {
            var list = some.ToList();
            foreach (var head in await db.FeedHeads.AsNoTracking().Where(head => list.Contains(head.Topic)).ToListAsync(cancellationToken))
                heads.Add(head.Topic, new LogHead(head.Epoch, head.Sequence, head.LastCheck, head.AccessVersion));
        }

        return heads;
    }

    /// <summary>Returns the last rows, those that have no gap between them: a log that was cut has gaps.</summary>
    private static List<FeedEntryRow> Contiguous(List<FeedEntryRow> rows, long upTo)
    {
        var first = rows.Count;
        while (first > 0 && rows[first - 1].Sequence == upTo - (rows.Count - first))
            first--;
        return rows[first..];
    }

    private static List<FeedEntry> Encode(List<FeedEntryRow> rows, string epoch) => [.. rows.Select(row => row.ToEntry(epoch))];
}
