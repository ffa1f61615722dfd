using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>The queries of the log, for the database itself and for a replica of it.</summary>
internal static class FeedQueries
{
    /// <summary>Returns a topic's head; null if there is no such topic.</summary>
    public static async Task<LogHead?> HeadAsync(LiveFeedContext db, string topic, CancellationToken cancellationToken) =>
        await db.FeedHeads.AsNoTracking().SingleOrDefaultAsync(row => row.Topic == topic, cancellationToken) is { } head ? ToLogHead(head) : null;

    /// <summary>Returns the heads of an event's topics beside the event's own.</summary>
    public static async Task<IReadOnlyList<FeedHead>> HeadsBelowAsync(LiveFeedContext db, EventId eventId)
    {
        var below = Topics.Below(eventId);
        var heads = await db.FeedHeads.Where(head => head.Topic.StartsWith(below)).ToListAsync();
        // Not every database distinguishes capitals here.
        return [.. heads.Where(head => head.Topic.StartsWith(below, StringComparison.Ordinal))];
    }

    public static LogHead ToLogHead(FeedHead head) => new(head.Epoch, head.Sequence, head.LastCheck, head.AccessVersion);

    /// <summary>Returns the check of the entry at a sequence; null if it has none, or there is no such entry.</summary>
    public static Task<string?> CheckAsync(LiveFeedContext db, string topic, long sequence, CancellationToken cancellationToken) =>
        db.FeedEntries.Where(row => row.Topic == topic && row.Sequence == sequence).Select(row => row.Check).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Returns a topic's feed as it was at a sequence.</summary>
    public static async Task<LoadedFeed> LoadAsync(LiveFeedContext db, string topic, string epoch, long upTo, FeedOptions options, CancellationToken cancellationToken)
    {
        var (memoryEntries, stateEntries) = (options.MemoryEntriesOf(topic), options.StateEntriesOf(topic));
        // Entries never change, so everything read here up to one sequence is consistent, without a transaction.
        var entries = db.FeedEntries.AsNoTracking().Where(row => row.Topic == topic && row.Sequence <= upTo);
        var recentFrom = upTo - memoryEntries;
        var recent = await entries.Where(row => row.Sequence > recentFrom).OrderBy(row => row.Sequence).ToListAsync(cancellationToken);
        var latest = await StateAsync(db, topic, epoch, upTo, stateEntries, cancellationToken);
        return new LoadedFeed(epoch, upTo, Encode(Contiguous(recent, upTo), epoch), latest);
    }

    /// <summary>Returns the latest entry of every key as it was at a sequence, in order: the newest ones if there are too many.</summary>
    public static async Task<IReadOnlyList<FeedEntry>> StateAsync(LiveFeedContext db, string topic, string epoch, long upTo, int count, CancellationToken cancellationToken)
    {
        var latest = await db.FeedEntries.AsNoTracking()
            .Where(row => row.Topic == topic && row.Sequence <= upTo && row.Key != null && !row.Removed && row.Sequence == db.FeedEntries
                .Where(other => other.Topic == topic && other.Key == row.Key && other.Sequence <= upTo).Max(other => other.Sequence))
            .OrderByDescending(row => row.Sequence)
            .Take(count)
            .ToListAsync(cancellationToken);
        latest.Reverse();
        return Encode(latest, epoch);
    }

    /// <summary>Returns the entries after one sequence and up to another, in order, of <paramref name="count"/> sequences. Those that were cut from the log are missing.</summary>
    public static async Task<IReadOnlyList<FeedEntry>> PageAsync(
        LiveFeedContext db, string topic, string epoch, long after, long upTo, int count, CancellationToken cancellationToken)
    {
        var last = Math.Min(upTo, after + count);
        var rows = await db.FeedEntries.AsNoTracking()
            .Where(row => row.Topic == topic && row.Sequence > after && row.Sequence <= last)
            .OrderBy(row => row.Sequence)
            .ToListAsync(cancellationToken);
        return Encode(rows, epoch);
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
