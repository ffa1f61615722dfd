using System.Net;
using System.Net.Sockets;

namespace LiveFeed.Infrastructure.Outbound;

/// <summary>
/// Tells addresses of the Internet from those that lead into a network of somebody's own, or nowhere (IANA's registries of special-purpose addresses).
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] SpecialV4 = Parse(
        "0.0.0.0/8",        // this network
        "10.0.0.0/8",       // private
        "100.64.0.0/10",    // a provider's own (CGNAT)
        "127.0.0.0/8",      // loopback
        "169.254.0.0/16",   // link-local, and with it the metadata services of clouds
        "172.16.0.0/12",    // private
        "192.0.0.0/24",     // protocols
        "192.0.2.0/24",     // documentation
        "192.88.99.0/24",   // 6to4 relays
        "192.168.0.0/16",   // private
        "198.18.0.0/15",    // benchmarks
        "198.51.100.0/24",  // documentation
        "203.0.113.0/24",   // documentation
        "224.0.0.0/4",      // multicast
        "240.0.0.0/4");     // reserved, and broadcast

    // All that is in use of the Internet. Outside it are loopback, unspecified, link-local, site-local, unique local and multicast addresses.
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] SpecialV6 = Parse(
        "2001::/23",        // protocols, Teredo among them, which holds an IPv4 address
        "2001:db8::/32",    // documentation
        "2002::/16",        // 6to4, which holds an IPv4 address
        "3fff::/20");       // documentation

    // NAT64: the last four bytes are the IPv4 address that is connected to.
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Returns whether an address is one of the Internet.</summary>
    public static bool Contains(IPAddress address)
    {
        if (Embedded(address) is { } inner)
            return Contains(inner);
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(SpecialV4, network => network.Contains(address))
            : address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId == 0 && GlobalV6.Contains(address) && !Array.Exists(SpecialV6, network => network.Contains(address));
    }

    /// <summary>Returns the IPv4 address that an IPv6 address stands for; null if it stands for none.</summary>
    private static IPAddress? Embedded(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address.AddressFamily == AddressFamily.InterNetworkV6 && Nat64.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12))
        : null;

    private static IPNetwork[] Parse(params string[] networks) => [.. networks.Select(network => IPNetwork.Parse(network))];
}
