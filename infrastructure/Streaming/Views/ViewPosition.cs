namespace LiveFeed.Infrastructure.Streaming.Views;

/// <summary>A subscriber's position in a view: the next entry to send.</summary>
/// <param name="Segment">The number of a segment.</param>
/// <param name="Index">The index of an entry in it.</param>
internal readonly record struct ViewPosition(long Segment, int Index);
