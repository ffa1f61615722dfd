using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Hosting;

namespace LiveFeed.Infrastructure.Streaming.Views;

/// <summary>
/// The newest entries of a feed that match one filter, framed for sending, in a ring of segments. Shared by all subscribers with that
/// filter. Single writer; subscribers hold a position and take no lock.
/// </summary>
internal sealed class View
{
    private readonly Segment[] ring;
    private readonly ReaderFilter filter;
    private readonly int segmentBytes;
    private long last;
    private long covered;

    /// <param name="filter">The filter of its subscribers.</param>
    /// <param name="chunked">Whether entries are framed as HTTP/1.1 chunks.</param>
    /// <param name="after">The sequence after which it begins.</param>
    /// <param name="options">The number and size of its segments.</param>
    public View(ReaderFilter filter, bool chunked, long after, FeedOptions options)
    {
        (this.filter, IsChunked, segmentBytes, covered) = (filter, chunked, options.SegmentBytes, after);
        ring = new Segment[options.ViewSegments];
        ring[0] = new Segment(0, after, segmentBytes, chunked);
    }

    public bool IsChunked { get; }

    /// <summary>How many subscribers use it. Only its feed changes this.</summary>
    public int SubscriberCount { get; set; }

    /// <summary>The number of the newest segment. All before it are complete.</summary>
    public long LastSegment => Volatile.Read(ref last);

    /// <summary>The sequence up to which the view is complete.</summary>
    public long CoveredSequence => Volatile.Read(ref covered);

    public void Append(FeedEntry entry)
    {
        if (entry.IsFor(filter))
        {
            var newest = ring[last % ring.Length];
            if (!newest.TryAppend(entry))
            {
                var size = Math.Max(segmentBytes, ChunkFraming.Length(entry.Frame.Length, IsChunked));
                var next = new Segment(last + 1, newest.Count == 0 ? newest.After : newest.Sequence(newest.Count - 1), size, IsChunked);
                next.TryAppend(entry);
                Volatile.Write(ref ring[(last + 1) % ring.Length], next);
                Volatile.Write(ref last, last + 1);
            }
        }

        Volatile.Write(ref covered, entry.Sequence);
    }

    /// <summary>Returns a segment by its number; null if it has left the ring.</summary>
    public Segment? Segment(long number) =>
        Volatile.Read(ref ring[number % ring.Length]) is { } segment && segment.Number == number ? segment : null;

    /// <summary>Returns the position of the first entry after a sequence; null if that has left the ring.</summary>
    public ViewPosition? After(long sequence)
    {
        for (var number = LastSegment; number >= 0 && Segment(number) is { } segment; number--)
        {
            if (segment.After <= sequence)
                return new ViewPosition(number, segment.IndexAfter(sequence));
        }

        return null;
    }
}
