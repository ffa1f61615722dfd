namespace LiveFeed.Infrastructure.Feed;

/// <summary>Entries of a view, one behind the other.</summary>
/// <param name="Segment">Where they are.</param>
/// <param name="From">The index of the first.</param>
/// <param name="To">The index after the last.</param>
/// <param name="IsLatest">Whether there were none after them when they were looked up.</param>
internal readonly record struct Stretch(Segment Segment, int From, int To, bool IsLatest)
{
    /// <summary>As they are sent.</summary>
    public ReadOnlyMemory<byte> Bytes => Segment.Bytes(From, To);
}

/// <summary>What came of one of the sends that were made together.</summary>
/// <param name="Reader">To whom it was.</param>
/// <param name="Stretch">What was to be sent.</param>
/// <param name="Sent">How many bytes of it were handed over; 0 until they are.</param>
internal readonly record struct Outcome(FeedReader Reader, Stretch Stretch, int Sent);
