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

    private readonly EventFeed feed;
    private Generation current;

    internal ReadCache(EventFeed feed)
    {
        this.feed = feed;
        current = new Generation(feed.Cursor);
    }

    /// <summary>The answer to a question, and the cursor at which it was good: its ETag.</summary>
    /// <param name="question">Names the answer.</param>
    /// <param name="build">Makes it; runs once per question and sequence, however many ask.</param>
    /// <param name="cancellationToken">Cancels the waiting, not the building, which others may wait for.</param>
    public async Task<CachedRead> GetAsync(string question, Func<Task<Answer>> build, CancellationToken cancellationToken)
    {
        var generation = Current();
        if (generation.Answers.Count >= MaxAnswers && !generation.Answers.ContainsKey(question))
            return new CachedRead(await build(), generation.Cursor);
        var answer = generation.Answers.GetOrAdd(question, _ => new Lazy<Task<Answer>>(build));
        try
        {
            return new CachedRead(await answer.Value.WaitAsync(cancellationToken), generation.Cursor);
        }
        catch when (answer.Value.IsFaulted || answer.Value.IsCanceled)
        {
            generation.Answers.TryRemove(KeyValuePair.Create(question, answer));
            throw;
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
        public FeedCursor Cursor => cursor;

        public ConcurrentDictionary<Type, object> Shared { get; } = new();

        public ConcurrentDictionary<string, Lazy<Task<Answer>>> Answers { get; } = new(StringComparer.Ordinal);
    }
}
