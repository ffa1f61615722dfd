using LiveFeed.Infrastructure.Streaming.Views;

namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>The newest entries of a feed in memory: a ring, without gaps in sequence. Not safe for concurrent use.</summary>
internal sealed class EntryLog(int capacity, long head)
{
    private readonly FeedEntry?[] ring = new FeedEntry?[capacity];

    /// <summary>The sequence of the newest entry.</summary>
    public long Head { get; private set; } = head;

    /// <summary>The sequence before the oldest entry kept: the earliest position from which all later entries are here.</summary>
    public long Start { get; private set; } = head;

    public FeedEntry this[long sequence] => ring[sequence % capacity]!;

    public void Append(FeedEntry entry)
    {
        if (entry.Sequence != Head + 1)
            throw new ArgumentException($"Entry {entry.Sequence} does not follow {Head}.", nameof(entry));
        ring[entry.Sequence % capacity] = entry;
        Head = entry.Sequence;
        if (Head - Start > capacity)
            Start = Head - capacity;
    }

    /// <summary>
    /// Takes the text out of the entries of a key. Views hold copies of entries, but only events have views: rooms are read by streams of several topics, which send
    /// from the entries.
    /// </summary>
    public void Blank(string key)
    {
        for (var sequence = Head; sequence > Start; sequence--)
        {
            if (this[sequence] is var entry && entry.Key == key)
                entry.Blank();
        }
    }

    /// <summary>
    /// Adds the next entries after a position that match the filter: at most a number of bytes, but at least one entry. Returns the number of
    /// bytes. Advances the position past the entries that it examined.
    /// </summary>
    /// <param name="position">The position.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="chunked">Whether each entry is framed as a chunk.</param>
    /// <param name="extra">How many bytes more each entry takes.</param>
    /// <param name="maxBytes">The most bytes.</param>
    /// <param name="into">Receives the entries.</param>
    /// <param name="fellBehind">Whether the memory doesn't reach back to the position any more.</param>
    public int CollectNext(ref long position, ReaderFilter filter, bool chunked, int extra, int maxBytes, List<FeedEntry> into, out bool fellBehind)
    {
        var length = 0;
        fellBehind = position < Start;
        while (!fellBehind && position < Head)
        {
            var candidate = this[position + 1];
            if (candidate.IsFor(filter))
            {
                var size = ChunkFraming.Length(candidate.Frame.Length, chunked) + extra;
                if (length > 0 && length + size > maxBytes)
                    break;
                into.Add(candidate);
                length += size;
            }

            position++;
        }

        return length;
    }

    /// <summary>Adds the entries after a position that match the filter, up to a limit. Returns the position of the last entry examined.</summary>
    public long Collect(long position, ReaderFilter filter, int limit, List<FeedEntry> into)
    {
        while (position >= Start && position < Head && into.Count < limit)
        {
            var candidate = this[++position];
            if (candidate.IsFor(filter))
                into.Add(candidate);
        }

        return position;
    }
}
