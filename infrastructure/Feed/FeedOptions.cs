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
    /// The most bytes that wait for one connection outside the shared log, and that a connection through TLS or HTTP/2 is given at once.
    /// There, a reader slower than this per <see cref="StallTimeout"/> counts as one that reads nothing.
    /// </summary>
    [Range(1_024, 16_777_216)]
    public int MaxWriteBytes { get; set; } = 16_384;

    /// <summary>How many bytes of ready-to-send entries make a segment of a view; a larger entry gets a segment of its own.</summary>
    [Range(1_024, 16_777_216)]
    public int SegmentBytes { get; set; } = 65_536;

    /// <summary>How many of its last segments a view keeps; a reader further behind is served from the log, entry by entry.</summary>
    [Range(2, 65_536)]
    public int ViewSegments { get; set; } = 32;

    /// <summary>
    /// For how many filters at once an event's readers share a view. Which filters there are is the clients' choice; readers beyond this
    /// are served from the log.
    /// </summary>
    [Range(0, 65_536)]
    public int MaxViews { get; set; } = 64;

    /// <summary>
    /// How many bytes of answers to reads are kept per event, until its feed grows. Which pages and filters are asked for is the clients'
    /// choice; what doesn't fit is made for each who asks.
    /// </summary>
    [Range(0, 1_073_741_824)]
    public int ReadCacheBytes { get; set; } = 33_554_432;

    /// <summary>How many pages of the log are kept for others who resume in the same place.</summary>
    [Range(1, 100_000)]
    public int ReplayPagesKept { get; set; } = 32;

    /// <summary>How many loops write to the readers; unless set, one per processor.</summary>
    [Range(1, 1_024)]
    public int? Pumps { get; set; }

    /// <summary>
    /// Whether streams that have their connection to themselves are sent to many at a time, by io_uring, where the system lets the process have
    /// it (Linux 6.1; containers often don't). Without, one after the other.
    /// </summary>
    public bool Batched { get; set; } = true;

    /// <summary>After how much silence a stream gets a keep-alive comment.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>When a reader that reads nothing is closed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a reader that is being closed has to take what was on its way and the farewell.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan FarewellTimeout { get; set; } = TimeSpan.FromSeconds(1);

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

    /// <summary>
    /// Whether a stream over plain HTTP/1.1 gets its connection to itself once its head is out (Linux), which costs least. Without, all
    /// streams leave by the server's ordinary way, as those through TLS and HTTP/2 always do.
    /// </summary>
    public bool Direct { get; set; } = true;
}
