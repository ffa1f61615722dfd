using System.Collections.Concurrent;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>
/// Answers to reads of one event. Everything they show changes only with an entry of the feed, so that an answer stays good until the
/// feed grows, and thousands of readers cost one query.
/// </summary>
internal sealed class ReadCache
{
    // What is asked for is the clients' choice (paging, filters), so how much is kept is bounded.
    private const int MaxAnswers = 256;

    // What an entry costs beside its bytes, roughly.
    private const int Overhead = 256;

    private readonly EventFeed feed;
    private readonly int maxBytes;
    private Generation current;

    internal ReadCache(EventFeed feed, int maxBytes)
    {
        (this.feed, this.maxBytes) = (feed, maxBytes);
        current = new Generation(feed.Cursor);
    }

    /// <summary>How many answers are there now.</summary>
    internal int Kept => Volatile.Read(ref current).Answers.Count;

    /// <summary>The answer to a question, and the cursor at which it was good: its ETag.</summary>
    /// <param name="question">Names the answer.</param>
    /// <param name="build">Makes it; runs once per question and sequence, however many ask.</param>
    /// <param name="cancellationToken">Cancels the waiting, not the building, which others may wait for.</param>
    public async Task<CachedRead> GetAsync(string question, Func<Task<Answer>> build, CancellationToken cancellationToken)
    {
        var generation = Current();
        var answer = generation.Answers.GetOrAdd(question, _ => new Lazy<Task<Answer>>(() => BuildAsync(generation, question, build)));
        return new CachedRead(await answer.Value.WaitAsync(cancellationToken), generation.Cursor);
    }

    // Until it is there, what doesn't fit is shared like all else.
    private async Task<Answer> BuildAsync(Generation generation, string question, Func<Task<Answer>> build)
    {
        var isKept = false;
        try
        {
            var answer = await build();
            isKept = generation.TryKeep(Overhead + (sizeof(char) * question.Length) + (answer.Json?.Length ?? 0), maxBytes);
            return answer;
        }
        finally
        {
            if (!isKept)
                generation.Answers.TryRemove(question, out _);
        }
    }

    /// <summary>What all readers share. Only our own types are asked for, so that no client can crowd it out.</summary>
    public async Task<Shared<T>> ShareAsync<T>(Func<Task<T>> build, CancellationToken cancellationToken)
        where T : class
    {
        var generation = Current();
        var shared = (Lazy<Task<T>>)generation.Shared.GetOrAdd(typeof(T), _ => new Lazy<Task<T>>(build));
        try
        {
            return new Shared<T>(await shared.Value.WaitAsync(cancellationToken), generation.Cursor);
        }
        catch when (shared.Value.IsFaulted || shared.Value.IsCanceled)
        {
            generation.Shared.TryRemove(KeyValuePair.Create(typeof(T), (object)shared));
            throw;
        }
    }

    private Generation Current()
    {
        while (true)
        {
            var cursor = feed.Cursor;
            var generation = Volatile.Read(ref current);
            // A newer one is as good: only answers from before the asker's own write would be wrong.
            if (generation.Cursor.Sequence >= cursor.Sequence)
                return generation;
            Interlocked.CompareExchange(ref current, new Generation(cursor), generation);
        }
    }

    private sealed class Generation(FeedCursor cursor)
    {
        private readonly Lock gate = new();
        private int answers;
        private long bytes;

        public FeedCursor Cursor => cursor;

        public ConcurrentDictionary<Type, object> Shared { get; } = new();

        public ConcurrentDictionary<string, Lazy<Task<Answer>>> Answers { get; } = new(StringComparer.Ordinal);

        /// <summary>Takes room for one more answer; false where there is none.</summary>
        public bool TryKeep(int size, int maxBytes)
        {
            lock (gate)
            {
                if (answers == MaxAnswers || bytes + size > maxBytes)
                    return false;
                answers++;
                bytes += size;
                return true;
            }
        }
    }
}
