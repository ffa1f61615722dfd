namespace LiveFeed.Domain.AcrossEvents;

/// <summary>Limits of reads of several events.</summary>
/// <param name="MaxNewest">How many events count if none is named.</param>
public sealed record AcrossEventsPolicy(int MaxNewest);
