namespace LiveFeed.Infrastructure.Feed;

/// <summary>
/// The end of a feed as one kind of readers gets it: only the entries that their filter lets pass, contiguous in bytes, in a ring of
/// segments. One writer appends; readers are places in it, and take no lock.
/// </summary>
internal sealed class View
{
    private readonly Segment[] ring;
    private readonly ReaderFilter filter;
    private readonly int segmentBytes;
    private long last;
    private long covered;

    /// <param name="filter">What its readers want.</param>
    /// <param name="chunked">How it is framed.</param>
    /// <param name="after">The sequence after which it begins.</param>
    /// <param name="options">How much it keeps.</param>
    public View(ReaderFilter filter, bool chunked, long after, FeedOptions options)
    {
        (this.filter, IsChunked, segmentBytes, covered) = (filter, chunked, options.SegmentBytes, after);
        ring = new Segment[options.ViewSegments];
        ring[0] = new Segment(0, after, segmentBytes, chunked);
    }

    public bool IsChunked { get; }

    /// <summary>How many readers use it; its feed's business.</summary>
    public int Users { get; set; }

    /// <summary>The number of the newest segment. All before it are complete.</summary>
    public long Last => Volatile.Read(ref last);

    /// <summary>Up to which sequence every entry that belongs here is here.</summary>
    public long Covered => Volatile.Read(ref covered);

    public void Append(FeedEntry entry)
    {
        if (filter.Lets(entry.Type, entry.Facets))
        {
            var newest = ring[last % ring.Length];
            if (!newest.TryAppend(entry))
            {
                var size = Math.Max(segmentBytes, Chunk.Length(entry.Frame.Length, IsChunked));
                var next = new Segment(last + 1, newest.Count == 0 ? newest.After : newest.Sequence(newest.Count - 1), size, IsChunked);
                next.TryAppend(entry);
                Volatile.Write(ref ring[(last + 1) % ring.Length], next);
                Volatile.Write(ref last, last + 1);
            }
        }

        Volatile.Write(ref covered, entry.Sequence);
    }

    /// <summary>A segment by its number; null where it has left the ring.</summary>
    public Segment? Segment(long number) =>
        Volatile.Read(ref ring[number % ring.Length]) is { } segment && segment.Number == number ? segment : null;

    /// <summary>Where a reader that has everything up to a sequence goes on; null where that has left the ring.</summary>
    public Place? After(long sequence)
    {
        for (var number = Last; number >= 0 && Segment(number) is { } segment; number--)
        {
            if (segment.After <= sequence)
                return new Place(number, segment.IndexAfter(sequence));
        }

        return null;
    }
}

/// <summary>A reader's place in a view: the next entry to send.</summary>
/// <param name="Segment">The number of a segment.</param>
/// <param name="Index">The index of an entry in it.</param>
internal readonly record struct Place(long Segment, int Index);
