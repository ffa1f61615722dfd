namespace LiveFeed.Domain.Statistics;

/// <summary>How far an event's feed has been followed to publish statistics. An event without one has not been looked at.</summary>
public sealed class StatisticsCursor
{
    public required string Topic { get; init; }

    /// <summary>The last entry that was examined.</summary>
    public required long Sequence { get; set; }

    /// <summary>When statistics were last published.</summary>
    public required DateTimeOffset PublishedAt { get; set; }
}
