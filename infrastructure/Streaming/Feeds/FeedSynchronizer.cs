using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;

namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>Brings feeds in memory up to the log: after a lost signal, a gap, or a change of access.</summary>
internal sealed class FeedSynchronizer(IFeedLog log, ITopicAccess access, FeedMetrics metrics)
{
    /// <summary>Compares feeds with the log: one cheap query, which makes up for every lost signal.</summary>
    public async Task CatchUpAsync(IReadOnlyList<TopicFeed> feeds, CancellationToken cancellationToken)
    {
        if (feeds.Count == 0)
            return;
        var heads = await log.HeadsAsync([.. feeds.Select(feed => feed.Topic)], cancellationToken);
        foreach (var feed in feeds)
        {
            if (!heads.TryGetValue(feed.Topic, out var head) || head.Epoch != feed.Epoch)
                feed.MarkRemoved();
            else
                await CatchUpAsync(feed, head, cancellationToken);
        }
    }

    /// <summary>Brings one feed up to its log.</summary>
    public async Task CatchUpAsync(TopicFeed feed, CancellationToken cancellationToken)
    {
        var heads = await log.HeadsAsync([feed.Topic], cancellationToken);
        if (heads.TryGetValue(feed.Topic, out var head) && head.Epoch == feed.Epoch)
            await CatchUpAsync(feed, head, cancellationToken);
    }

    /// <summary>Reads who may read the topic now.</summary>
    public async Task RefreshAccessAsync(TopicFeed feed, CancellationToken cancellationToken)
    {
        if (await access.ReadAsync(feed.Topic, cancellationToken) is { } current)
            feed.ChangeAccess(state => current.Version >= state.Access.Version ? state with { Access = current } : state);
        else
            feed.MarkRemoved();
    }

    private async Task CatchUpAsync(TopicFeed feed, FeedHead head, CancellationToken cancellationToken)
    {
        if (head.AccessVersion != feed.Access.Version)
            await RefreshAccessAsync(feed, cancellationToken);
        if (feed.Head >= head.Sequence)
            return;
        metrics.GapHealed();
        while (feed.Head < head.Sequence)
        {
            var entries = await log.ReadAsync(feed.Topic, feed.Epoch, feed.Head, cancellationToken);
            if (entries.Count == 0)
                return;
            feed.Append(entries);
        }
    }
}
