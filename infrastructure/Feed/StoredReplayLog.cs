using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Retention;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Replays;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>What replays read of the durable log beside its pages. Few readers need it, so the database itself is read, and no replica.</summary>
internal sealed class StoredReplayLog(ILiveFeedContextFactory contexts, FeedMetrics metrics, IOptions<FeedOptions> options) : IReplayLog
{
    public async Task<long> FindCutAsync(string topic, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return await db.FeedHeads.Where(head => head.Topic == topic).Select(head => head.CutTo).SingleOrDefaultAsync(cancellationToken) ?? 0;
    }

    public async Task<long> FindLastBeforeAsync(string topic, DateTimeOffset time, long from, long to, CancellationToken cancellationToken)
    {
        metrics.LogRead();
        await using var db = contexts.Create();
        return await new EntryTimes(db, topic).LastBeforeAsync(time, from, to, cancellationToken);
    }

    public async Task<IReadOnlyList<FeedEntry>> ReadStateAsync(TopicFeed feed, long sequence, CancellationToken cancellationToken)
    {
        if (sequence == 0)
            return [];
        metrics.LogRead();
        await using var db = contexts.Create();
        return await FeedQueries.StateAsync(db, feed.Topic, feed.Epoch, sequence, options.Value.StateEntriesOf(feed.Topic), cancellationToken);
    }
}
