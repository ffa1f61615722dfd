using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Streaming.Hosting;

/// <summary>Settings under <c>LiveFeed:Feed</c>.</summary>
public sealed class FeedOptions
{
    /// <summary>How many of an event's newest entries are kept in memory, ready to send.</summary>
    [Range(16, 1_000_000)]
    public int MemoryEntries { get; set; } = 4_096;

    /// <summary>How many of the newest entries of a team's room are kept in memory: there are many rooms, and few read in each.</summary>
    [Range(16, 1_000_000)]
    public int RoomMemoryEntries { get; set; } = 256;

    /// <summary>How many of the newest messages a snapshot of a team's room has. Earlier ones are read page by page.</summary>
    [Range(1, 10_000)]
    public int RoomSnapshotEntries { get; set; } = 100;

    /// <summary>How often who is in a room, and who is writing there, is signalled at most.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan PresenceEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>For how long people are taken to be on an instance that has not repeated so. Each repeats it three times in that time.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan PresenceKept { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>For how long somebody who has said so is taken to be writing.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan TypingFor { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How many entries behind a reader may resume. A reader further behind gets a snapshot with reset <c>too-far-behind</c>.
    /// </summary>
    [Range(0, 10_000_000)]
    public int MaxResumeEntries { get; set; } = 20_000;

    /// <summary>How many entries one read of the log returns, the last one that is known already among them.</summary>
    [Range(2, 100_000)]
    public int HistoryPageSize { get; set; } = 1_000;

    /// <summary>How often the feeds are compared with the log, in case a signal was lost.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "01:00:00")]
    public TimeSpan TailCheck { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often they are compared while the signals of all other instances arrive, by Redis.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "01:00:00")]
    public TimeSpan TailCheckWithSignals { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a feed that lacks entries waits for their signals before it reads them from the log.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01")]
    public TimeSpan GapWait { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a feed that nobody reads stays in memory.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan IdleAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The most bytes that wait for one connection outside the shared log, and the most that one write gives to a connection over TLS or
    /// HTTP/2. On such a connection, a reader slower than this per <see cref="StallTimeout"/> counts as stalled.
    /// </summary>
    [Range(1_024, 16_777_216)]
    public int MaxWriteBytes { get; set; } = 16_384;

    /// <summary>How many bytes of ready-to-send entries a segment of a view holds. A larger entry gets a segment of its own.</summary>
    [Range(1_024, 16_777_216)]
    public int SegmentBytes { get; set; } = 65_536;

    /// <summary>How many of its newest segments a view keeps. A subscriber further behind is served entry by entry, from the entries in memory.</summary>
    [Range(2, 65_536)]
    public int ViewSegments { get; set; } = 32;

    /// <summary>
    /// For how many filters at once an event's subscribers share a view. Clients choose the filters; subscribers with other filters beyond
    /// this number are served entry by entry.
    /// </summary>
    [Range(0, 65_536)]
    public int MaxViews { get; set; } = 64;

    /// <summary>
    /// How many bytes of snapshots with a filter are kept for each feed until it grows. Beyond that, each reader's is made of the entries in
    /// memory while it is sent.
    /// </summary>
    [Range(0, 1_000_000_000)]
    public long SnapshotCacheBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// How many bytes of responses to reads are cached per event, until its feed grows. Clients choose the pages and filters; a response
    /// that doesn't fit is built for each request.
    /// </summary>
    [Range(0, 1_073_741_824)]
    public int ResponseCacheBytes { get; set; } = 33_554_432;

    /// <summary>How many pages of the log are cached for others who resume at the same position.</summary>
    [Range(1, 100_000)]
    public int HistoryPagesKept { get; set; } = 32;

    /// <summary>How many pumps write to the subscribers; by default one per processor.</summary>
    [Range(1, 1_024)]
    public int? Pumps { get; set; }

    /// <summary>
    /// Whether streams that have taken their socket over are sent to many at a time, by io_uring, if the system lets the process use it
    /// (Linux 6.1; containers often don't). Otherwise they are sent to one after the other.
    /// </summary>
    public bool UseIoUring { get; set; } = true;

    /// <summary>
    /// How long a stream is silent before it gets a keep-alive comment. Clients take a stream for dead that is silent for 45 s, and proxies cut
    /// one after 30 to 60 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:30", ErrorMessage = "LiveFeed:Feed:KeepAlive must be between 0.1 s and 30 s: clients take a stream for dead that is silent for longer, and proxies cut it.")]
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a client may read nothing before its stream is closed as stalled.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The close grace period: how long a client has to receive the pending bytes and the goodbye.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan CloseGracePeriod { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Over how long a drain spreads the closing of streams at shutdown.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan DrainSpread { get; set; } = TimeSpan.FromSeconds(3);

    internal int MemoryEntriesOf(string topic) => Topics.Get(topic).IsEvent ? MemoryEntries : RoomMemoryEntries;

    /// <summary>Returns how many keys a topic's snapshot has at most: all of an event, the newest of what is only read on.</summary>
    internal int StateEntriesOf(string topic) => Topics.Get(topic).IsEvent ? int.MaxValue : RoomSnapshotEntries;

    internal static bool IsRoom(string topic) => Topics.Get(topic).TeamId is not null;
}
