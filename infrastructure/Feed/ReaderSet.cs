using System.Collections.Concurrent;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>The readers of one feed.</summary>
internal sealed class ReaderSet
{
    private readonly ConcurrentDictionary<FeedReader, byte> readers = new();

    public bool IsEmpty => readers.IsEmpty;

    public void Add(FeedReader reader) => readers.TryAdd(reader, 0);

    public void Remove(FeedReader reader) => readers.TryRemove(reader, out _);

    public void WakeAll()
    {
        foreach (var (reader, _) in readers)
            reader.Wake();
    }

    /// <summary>Closes those for whom a reason is found.</summary>
    public void Close(Func<FeedReader, CloseReason?> why)
    {
        foreach (var (reader, _) in readers)
        {
            if (why(reader) is { } reason)
                reader.Close(reason);
        }
    }
}
