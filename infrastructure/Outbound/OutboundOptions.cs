using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Outbound;

/// <summary>Settings under <c>LiveFeed:Outbound</c>: requests that this server makes to addresses that users have given.</summary>
public sealed class OutboundOptions
{
    /// <summary>
    /// Networks that may be connected to although they are not of the Internet, such as <c>192.168.1.0/24</c> for a hall's own. Organizers can then make this
    /// server send requests to every machine there.
    /// </summary>
    public IReadOnlyList<string> AllowedNetworks { get; set; } = [];

    /// <summary>How long it may take to connect, with finding the address and TLS.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
