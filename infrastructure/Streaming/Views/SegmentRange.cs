namespace LiveFeed.Infrastructure.Streaming.Views;

/// <summary>A range of consecutive entries in a view.</summary>
/// <param name="Segment">The segment that holds them.</param>
/// <param name="From">The index of the first entry.</param>
/// <param name="To">The index after the last entry.</param>
/// <param name="IsLatest">Whether no entries followed them when they were looked up.</param>
internal readonly record struct SegmentRange(Segment Segment, int From, int To, bool IsLatest)
{
    /// <summary>The bytes to send.</summary>
    public ReadOnlyMemory<byte> Bytes => Segment.Bytes(From, To);
}
