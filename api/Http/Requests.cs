using System.Net;
using System.Net.Sockets;

namespace LiveFeed.Api.Http;

/// <summary>Who makes a request.</summary>
internal static class Requests
{
    /// <summary>Returns the signed-in user. The endpoint must require sign-in.</summary>
    public static Actor Actor(this HttpContext context) => context.Token()!.Actor;

    public static ReadToken? Token(this HttpContext context) => context.Features.Get<ReadToken>();

    public static ReaderIdentity Reader(this HttpContext context) =>
        context.Token()?.Actor is { } actor ? actor.ToReader() : ReaderIdentity.Anonymous;

    /// <summary>
    /// Returns the client's address, for limits: an IPv4 address, or an IPv6 network of 64 bits, which belongs to one customer of a
    /// provider.
    /// </summary>
    public static string ClientAddress(this HttpContext context) => ClientAddress(context.Connection.RemoteIpAddress ?? IPAddress.None);

    /// <inheritdoc cref="ClientAddress(HttpContext)"/>
    public static string ClientAddress(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes) + "/64";
    }
}
