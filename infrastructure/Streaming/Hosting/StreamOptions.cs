using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Streaming.Hosting;

/// <summary>
/// Settings under <c>LiveFeed:Streams</c>: how many streams may be open at once, and how they are sent. Null means no limit.
/// </summary>
public sealed class StreamOptions
{
    [Range(1, int.MaxValue)]
    public int? MaxPerUser { get; set; } = 100;

    /// <summary>Large on purpose: the Wi-Fi of a hall has one address and thousands of people behind it.</summary>
    [Range(1, int.MaxValue)]
    public int? MaxPerAddress { get; set; } = 5_000;

    [Range(1, int.MaxValue)]
    public int? MaxPerEvent { get; set; }

    [Range(1, int.MaxValue)]
    public int? MaxPerInstance { get; set; }

    /// <summary>How many replays of stored feeds each instance sends at once. They count as streams too.</summary>
    [Range(1, int.MaxValue)]
    public int MaxReplays { get; set; } = 20;

    /// <summary>The most replays of an address, on an instance.</summary>
    [Range(1, 10_000)]
    public int MaxReplaysPerAddress { get; set; } = 5;

    /// <summary>The longest pause of a replay: one that would last longer, such as a night, is cut short, so that a replay gets to its end.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ReplayMaxPause { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a reader who resumes waits for a place rather than being rejected: a browser's EventSource that was rejected once never comes
    /// back.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan OpenWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether plain HTTP/1.1 streams may take over the connection's socket once the response head is sent (Linux). This costs least.
    /// Otherwise all streams are written by the web server, as those over TLS and HTTP/2 always are.
    /// </summary>
    public bool UseSocketTakeover { get; set; } = true;
}
