using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;

namespace LiveFeed.Infrastructure.Feed.Replicas;

/// <summary>
/// The log of a database with a replica. How far a log has come is always asked of the database itself, and so are the newest entries: readers would be as
/// late as the replica otherwise. What is older is read from the replica.
/// </summary>
internal sealed class ReplicatedFeedLog(FeedLog database, ReplicaLog replica) : IFeedLog
{
    public async Task<LoadedFeed?> LoadAsync(string topic, CancellationToken cancellationToken) =>
        (await database.HeadsAsync([topic], cancellationToken)).TryGetValue(topic, out var head)
            ? await replica.LoadAsync(LogPosition.FromHead(topic, head), cancellationToken) ?? await database.LoadAsync(topic, cancellationToken)
            : null;

    public Task<IReadOnlyList<FeedEntry>> ReadAsync(string topic, string epoch, long after, CancellationToken cancellationToken) =>
        database.ReadAsync(topic, epoch, after, cancellationToken);

    public async Task<IReadOnlyList<FeedEntry>> ReadHistoryAsync(TopicFeed feed, long after, CancellationToken cancellationToken) =>
        await replica.ReadAsync(LogPosition.FromFeed(feed), after, cancellationToken) ?? await database.ReadHistoryAsync(feed, after, cancellationToken);

    public Task<IReadOnlyDictionary<string, LogHead>> HeadsAsync(IReadOnlyList<string> topics, CancellationToken cancellationToken) =>
        database.HeadsAsync(topics, cancellationToken);
}
