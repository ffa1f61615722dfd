namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>Each instance builds its own.</summary>
internal sealed class NoSharedResponses : ISharedResponses
{
    public static readonly NoSharedResponses Instance = new();

    public Task<ResponseContent?> FindAsync(string topic, FeedCursor cursor, string key) => Task.FromResult<ResponseContent?>(null);

    public void Store(string topic, FeedCursor cursor, string key, ResponseContent response)
    {
    }
}
