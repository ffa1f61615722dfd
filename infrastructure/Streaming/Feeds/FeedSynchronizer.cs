using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;

namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>Brings feeds in memory up to the log: after a lost signal, a gap, or a change of access. Notices logs that have taken another course.</summary>
internal sealed class FeedSynchronizer(IFeedLog log, ITopicAccess access, FeedMetrics metrics)
{
    /// <summary>Compares feeds with the log: one cheap query, which makes up for every lost signal.</summary>
    public async Task CatchUpAsync(IReadOnlyList<TopicFeed> feeds, CancellationToken cancellationToken)
    {
        if (feeds.Count == 0)
            return;
        // Before the log is read: a feed may grow meanwhile, and is then ahead of what was read.
        var known = feeds.Select(feed => (feed.Head, feed.Access.Version)).ToList();
        var heads = await log.HeadsAsync([.. feeds.Select(feed => feed.Topic)], cancellationToken);
        foreach (var (feed, before) in feeds.Zip(known))
        {
            if (!heads.TryGetValue(feed.Topic, out var head))
                feed.MarkRemoved();
            else
                await CatchUpAsync(feed, before, head, cancellationToken);
        }
    }

    /// <summary>Brings one feed up to its log.</summary>
    public Task CatchUpAsync(TopicFeed feed, CancellationToken cancellationToken) => CatchUpAsync([feed], cancellationToken);

    /// <summary>Reads who may read the topic now.</summary>
    public async Task RefreshAccessAsync(TopicFeed feed, CancellationToken cancellationToken)
    {
        if (await access.ReadAsync(feed.Topic, cancellationToken) is { } current)
            feed.ChangeAccess(state => current.Version >= state.Access.Version ? state with { Access = current } : state);
        else
            feed.MarkRemoved();
    }

    private async Task CatchUpAsync(TopicFeed feed, (long Sequence, long AccessVersion) before, LogHead head, CancellationToken cancellationToken)
    {
        // A restored database is behind, or has other entries at the same sequences. Its access may be an earlier one too.
        if (head.Epoch != feed.Epoch || head.Sequence < before.Sequence || head.AccessVersion < before.AccessVersion || feed.Contradicts(head.Sequence, head.Check))
        {
            feed.MarkReplaced();
            return;
        }

        if (head.AccessVersion != feed.Access.Version)
            await RefreshAccessAsync(feed, cancellationToken);
        if (feed.Head >= head.Sequence)
            return;
        metrics.GapHealed();
        while (feed.Head < head.Sequence)
        {
            // From the newest entry on, which shows whether the log still goes on from it.
            var newest = feed.Head;
            var entries = await log.ReadAsync(feed.Topic, feed.Epoch, Math.Max(0, newest - 1), cancellationToken);
            if ((newest > 0 && entries.Count == 0) || feed.Append(entries) == AppendResult.OtherHistory)
            {
                feed.MarkReplaced();
                return;
            }

            if (entries.Count == 0 || entries[^1].Sequence <= newest)
                return;
            // What would follow was cut from the log.
            if (feed.Head <= newest)
            {
                feed.MarkReplaced();
                return;
            }
        }
    }
}
