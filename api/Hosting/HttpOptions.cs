using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Api.Hosting;

/// <summary>Settings under <c>LiveFeed:Http</c>.</summary>
public sealed class HttpOptions
{
    /// <summary>
    /// How many bytes a second a client must read of a response at least, once <see cref="ResponseGrace"/> is over; otherwise its connection is
    /// cut. Streams have a rule of their own: <c>LiveFeed:Feed:StallTimeout</c>.
    /// </summary>
    [Range(1, 10_000_000)]
    public int MinResponseRate { get; set; } = 2_000;

    [Range(typeof(TimeSpan), "00:00:01.001", "00:10:00")]
    public TimeSpan ResponseGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many connections one address may have, without those that became streams; of an IPv6 network of 64 bits, as many. The next one is
    /// closed. A hall's Wi-Fi is one address.
    /// </summary>
    [Range(1, 10_000_000)]
    public int MaxConnectionsPerAddress { get; set; } = 10_000;

    /// <summary>
    /// How many responses may wait for clients that don't read them. Beyond that, the one that has waited longest since its client last read is
    /// cut off.
    /// </summary>
    [Range(1, 10_000_000)]
    public int MaxUnreadResponses { get; set; } = 1_000;

    /// <summary>How many connections there may be in all, streams too; null for as many as the system allows.</summary>
    [Range(1, 10_000_000)]
    public long? MaxConnections { get; set; }

    /// <summary>
    /// How long browsers that came by https come by nothing else (RFC 6797); null to leave that to them, or to the proxy. It can't be taken
    /// back for those who have heard it.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "730.00:00:00")]
    public TimeSpan? HstsMaxAge { get; set; }
}
