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
        return await FeedQueries.HeadAsync(db, topic, cancellationToken) is { } head
            ? await FeedQueries.LoadAsync(db, topic, head.Epoch, head.Sequence, options.Value, cancellationToken)
            : null;
    }

    public async Task<IReadOnlyList<FeedEntry>> ReadAsync(string topic, string epoch, long after, CancellationToken cancellationToken)
    {
        metrics.LogRead();
        await using var db = contexts.Create();
        return await FeedQueries.PageAsync(db, topic, epoch, after, long.MaxValue, options.Value.HistoryPageSize, cancellationToken);
    }

    public Task<IReadOnlyList<FeedEntry>> ReadHistoryAsync(TopicFeed feed, long after, CancellationToken cancellationToken) =>
        ReadAsync(feed.Topic, feed.Epoch, after, cancellationToken);

    public async Task<IReadOnlyDictionary<string, LogHead>> HeadsAsync(IReadOnlyList<string> topics, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var heads = new Dictionary<string, LogHead>(StringComparer.Ordinal);
        foreach (var some in topics.Chunk(500))
        {
            var list = some.ToList();
            foreach (var head in await db.FeedHeads.AsNoTracking().Where(head => list.Contains(head.Topic)).ToListAsync(cancellationToken))
                heads.Add(head.Topic, FeedQueries.ToLogHead(head));
        }

        return heads;
    }
}
