using System.Collections.Concurrent;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.History;

/// <summary>
/// The log in pages with fixed boundaries. All readers who resume in a page share one read of it, so that a storm of readers costs the
/// database no more than one of them.
/// </summary>
internal sealed class HistoryPages(IFeedLog log, IOptions<FeedOptions> options, TimeProvider time)
{
    // Longer than a storm lasts. A page that nobody requests again is not worth its memory.
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(TopicFeed Feed, long Number, long Blanked), Lazy<Task<HistoryPage>>> kept = new();
    private readonly ConcurrentQueue<((TopicFeed Feed, long Number, long Blanked) Key, long At)> order = new();

    /// <summary>Returns the page that holds the entry after a sequence.</summary>
    public async Task<HistoryPage> ReadAsync(TopicFeed feed, long after, CancellationToken cancellationToken)
    {
        // A text that was deleted since a page was read is still on that page.
        var key = (feed, after / options.Value.HistoryPageSize, feed.Blanked);
        // Not the caller's cancellation token: others may wait for the same page.
        var page = kept.GetOrAdd(key, key => new Lazy<Task<HistoryPage>>(() => LoadAsync(key)));
        return await page.Value.WaitAsync(cancellationToken);
    }

    /// <summary>Returns the entry at a sequence, from memory if it is there; null if there is none.</summary>
    public async ValueTask<FeedEntry?> FindAsync(TopicFeed feed, long sequence, CancellationToken cancellationToken) =>
        sequence == 0 ? null : feed.FindEntry(sequence) ?? (await ReadAsync(feed, sequence - 1, cancellationToken)).Find(sequence);

    /// <summary>Drops the pages that were read some time ago, and the oldest ones if there are too many.</summary>
    public void Trim()
    {
        while (order.TryPeek(out var oldest) && (order.Count > options.Value.HistoryPagesKept || time.GetElapsedTime(oldest.At) >= KeptFor))
        {
            if (order.TryDequeue(out oldest))
                kept.TryRemove(oldest.Key, out _);
        }
    }

    private async Task<HistoryPage> LoadAsync((TopicFeed Feed, long Number, long Blanked) key)
    {
        var after = key.Number * options.Value.HistoryPageSize;
        try
        {
            // Before the log is read, of which at least as much is read then.
            var head = key.Feed.Head;
            var entries = await log.ReadHistoryAsync(key.Feed, after, CancellationToken.None);
            var last = entries.Count > 0 ? entries[^1].Sequence : after;
            var page = HistoryPage.Of(Math.Max(last, Math.Min(head, after + options.Value.HistoryPageSize)), entries);
            // What the feed has in memory doesn't follow on such a page: nobody may get both.
            if (key.Feed.Contradicts(page.Last, page.Find(page.Last)?.Check))
                key.Feed.MarkReplaced();
            if (page.Last < after + options.Value.HistoryPageSize)
            {
                // The page isn't full and will grow, so don't keep it.
                kept.TryRemove(key, out _);
                return page;
            }

            order.Enqueue((key, time.GetTimestamp()));
            Trim();
            return page;
        }
        catch
        {
            kept.TryRemove(key, out _);
            throw;
        }
    }
}
