using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Views;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>How far a feed has been sent to a subscriber. The sender's alone.</summary>
internal struct StreamPosition
{
    /// <summary>The sequence of the last entry that was sent or that the filter left out.</summary>
    public long Sequence;

    /// <summary>The view that the subscriber shares; null if it is served entry by entry.</summary>
    public View? View;

    /// <summary>The next entry of the view; null if it has to be looked up by the sequence.</summary>
    public ViewPosition? InView;

    /// <summary>How many entries were sent, beside those of snapshots.</summary>
    public long Entries;

    public bool NeedsSnapshot;

    /// <summary>Why the snapshot takes the place of entries; null if it doesn't.</summary>
    public ResetReason? Reset;

    /// <summary>The access state that last permitted this subscriber to read.</summary>
    public FeedAccessState? LastCheckedAccess;

    /// <summary>
    /// Finds the next entries of the view. Returns false if there are none, or if the subscriber must continue from another position:
    /// <paramref name="otherwise"/> says which.
    /// </summary>
    public bool TryFindInView(int maxBytes, out SegmentRange range, out AdvanceResult otherwise)
    {
        (range, otherwise) = (default, AdvanceResult.More);
        var (view, next) = (View!, InView!.Value);
        // Read these first: the segments, which are read afterwards, hold everything that these values cover.
        var (covered, last) = (view.CoveredSequence, view.LastSegment);
        if (view.Segment(next.Segment) is not { } segment)
        {
            InView = null;
            return false;
        }

        var count = segment.Count;
        if (next.Index == count && next.Segment < last)
        {
            InView = new ViewPosition(next.Segment + 1, 0);
            return false;
        }

        if (next.Index == count)
        {
            Sequence = Math.Max(Sequence, covered);
            otherwise = AdvanceResult.CaughtUp;
            return false;
        }

        var to = view.IsChunked ? count : segment.IndexUpTo(next.Index, maxBytes);
        range = new SegmentRange(segment, next.Index, to, to == count && next.Segment == last);
        return true;
    }

    /// <summary>Advances past the entries of a range up to an index, which is the next one to send.</summary>
    public void AdvancePast(SegmentRange range, int next)
    {
        Entries += next - range.From;
        InView = new ViewPosition(range.Segment.Number, next);
        Sequence = range.Segment.Sequence(next - 1);
    }
}
