using System.Collections.Concurrent;

namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>
/// Caches responses to reads of one event. Everything they show changes only with an entry of the feed, so a response stays valid until the
/// feed grows, and thousands of readers cost one query.
/// </summary>
internal sealed class ResponseCache
{
    // Clients choose what they request (paging, filters), so the size of the cache is bounded.
    private const int MaxResponses = 256;

    // The approximate cost of a cached response beside its bytes.
    private const int Overhead = 256;

    private readonly TopicFeed feed;
    private readonly int maxBytes;
    private readonly ISharedResponses shared;
    private Generation current;

    internal ResponseCache(TopicFeed feed, int maxBytes, ISharedResponses shared)
    {
        (this.feed, this.maxBytes, this.shared) = (feed, maxBytes, shared);
        current = new Generation(feed.Cursor);
    }

    /// <summary>How many responses are cached now.</summary>
    internal int Count => Volatile.Read(ref current).Responses.Count;

    /// <summary>Returns the response for a key, and the cursor at which it was valid: its ETag.</summary>
    /// <param name="key">The cache key.</param>
    /// <param name="build">Builds the response. It runs once per key and sequence, however many callers wait for it.</param>
    /// <param name="cancellationToken">Cancels the wait, not the build, which others may wait for.</param>
    public async Task<CachedResponse> GetOrCreateAsync(string key, Func<Task<ResponseContent>> build, CancellationToken cancellationToken)
    {
        var generation = Current();
        var response = generation.Responses.GetOrAdd(key, _ => new Lazy<Task<ResponseContent>>(() => BuildAsync(generation, key, build)));
        return new CachedResponse(await response.Value.WaitAsync(cancellationToken), generation.Cursor);
    }

    // While it is being built, a response that doesn't fit is shared like any other.
    private async Task<ResponseContent> BuildAsync(Generation generation, string key, Func<Task<ResponseContent>> build)
    {
        var isKept = false;
        try
        {
            var response = await shared.FindAsync(feed.Topic, generation.Cursor, key) ?? await BuildAndShareAsync(generation, key, build);
            isKept = generation.TryKeep(Overhead + (sizeof(char) * key.Length) + (response.Json?.Length ?? 0), maxBytes);
            return response;
        }
        finally
        {
            if (!isKept)
                generation.Responses.TryRemove(key, out _);
        }
    }

    private async Task<ResponseContent> BuildAndShareAsync(Generation generation, string key, Func<Task<ResponseContent>> build)
    {
        var response = await build();
        shared.Store(feed.Topic, generation.Cursor, key, response);
        return response;
    }

    /// <summary>Returns a value that all readers share. Only our own types are keys, so no client can crowd them out.</summary>
    public async Task<CachedValue<T>> GetOrCreateValueAsync<T>(Func<Task<T>> build, CancellationToken cancellationToken)
        where T : class
    {
        var generation = Current();
        var value = (Lazy<Task<T>>)generation.Shared.GetOrAdd(typeof(T), _ => new Lazy<Task<T>>(build));
        try
        {
            return new CachedValue<T>(await value.Value.WaitAsync(cancellationToken), generation.Cursor);
        }
        catch when (value.Value.IsFaulted || value.Value.IsCanceled)
        {
            generation.Shared.TryRemove(KeyValuePair.Create(typeof(T), (object)value));
            throw;
        }
    }

    private Generation Current()
    {
        while (true)
        {
            var cursor = feed.Cursor;
            var generation = Volatile.Read(ref current);
            // A newer generation is as good: only responses from before the caller's own write would be wrong.
            if (generation.Cursor.Sequence >= cursor.Sequence)
                return generation;
            Interlocked.CompareExchange(ref current, new Generation(cursor), generation);
        }
    }

    private sealed class Generation(FeedCursor cursor)
    {
        private readonly Lock gate = new();
        private int responses;
        private long bytes;

        public FeedCursor Cursor => cursor;

        public ConcurrentDictionary<Type, object> Shared { get; } = new();

        public ConcurrentDictionary<string, Lazy<Task<ResponseContent>>> Responses { get; } = new(StringComparer.Ordinal);

        /// <summary>Reserves space for one more response. Returns false if there is none.</summary>
        public bool TryKeep(int size, int maxBytes)
        {
            lock (gate)
            {
                if (responses == MaxResponses || bytes + size > maxBytes)
                    return false;
                responses++;
                bytes += size;
                return true;
            }
        }
    }
}
