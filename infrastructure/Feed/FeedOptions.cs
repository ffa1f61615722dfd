using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>Settings under <c>LiveFeed:Feed</c>.</summary>
public sealed class FeedOptions
{
    /// <summary>How many of an event's latest entries are kept in memory, ready to send.</summary>
    [Range(16, 1_000_000)]
    public int MemoryEntries { get; set; } = 4_096;

    /// <summary>How far behind a reader may resume; beyond, it gets a snapshot with reset <c>too-far-behind</c>.</summary>
    [Range(0, 10_000_000)]
    public int MaxReplayEntries { get; set; } = 20_000;

    /// <summary>How many entries one read of the log brings.</summary>
    [Range(1, 100_000)]
    public int ReplayPage { get; set; } = 1_000;

    /// <summary>How often the log is asked whether a signal was lost.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "01:00:00")]
    public TimeSpan TailCheck { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>When a feed that nobody reads leaves the memory.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan IdleAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The most bytes handed to a connection before it is asked whether it has drained. A reader slower than this per
    /// <see cref="StallTimeout"/> counts as one that reads nothing.
    /// </summary>
    [Range(1_024, 16_777_216)]
    public int MaxWriteBytes { get; set; } = 16_384;

    /// <summary>How many loops write to the readers; unless set, one per processor.</summary>
    [Range(1, 1_024)]
    public int? Pumps { get; set; }

    /// <summary>After how much silence a stream gets a keep-alive comment.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>When a reader that reads nothing is closed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Over how long the ends of streams are spread at shutdown.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan DrainSpread { get; set; } = TimeSpan.FromSeconds(3);
}

/// <summary>Settings under <c>LiveFeed:Streams</c>: how many may be open at once. Null is no limit.</summary>
public sealed class StreamOptions
{
    [Range(1, int.MaxValue)]
    public int? MaxPerUser { get; set; } = 20;

    /// <summary>Large on purpose: a hall's Wi-Fi is one address with thousands of people behind it.</summary>
    [Range(1, int.MaxValue)]
    public int? MaxPerAddress { get; set; } = 5_000;

    [Range(1, int.MaxValue)]
    public int? MaxPerEvent { get; set; }

    [Range(1, int.MaxValue)]
    public int? MaxPerInstance { get; set; }
}
