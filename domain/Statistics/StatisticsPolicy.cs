namespace LiveFeed.Domain.Statistics;

/// <summary>How often statistics are published.</summary>
/// <param name="Every">The least time between two entries of one match.</param>
public sealed record StatisticsPolicy(TimeSpan Every);
