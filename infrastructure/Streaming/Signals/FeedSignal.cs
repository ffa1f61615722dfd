using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.Signals;

/// <summary>Signals the other instances, and then the feeds of this one.</summary>
internal sealed class FeedSignal(FeedRegistry feeds, ISignalRelay relay) : IFeedSignal
{
    public async Task CommittedAsync(IReadOnlyList<TopicCommit> commits)
    {
        foreach (var commit in commits)
            relay.Publish(commit);
        foreach (var commit in commits)
            await feeds.ApplyAsync(commit);
    }
}
