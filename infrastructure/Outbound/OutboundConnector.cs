using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Outbound;

/// <summary>
/// Connects to addresses that users have given, if they are of the Internet or in a network that is allowed. The address is examined that is connected to: a name
/// that leads elsewhere at its second look-up gains nothing.
/// </summary>
internal sealed class OutboundConnector(IHostResolver resolver, IOptions<OutboundOptions> options)
{
    // Below it, other protocols than HTTP have their ports, whose servers may take a request for something else.
    private const int FirstFreePort = 1024;

    private readonly IPNetwork[] allowed = [.. options.Value.AllowedNetworks.Select(network => IPNetwork.Parse(network))];

    /// <summary>Opens a connection.</summary>
    /// <exception cref="ConnectionRefusedException">It can't be opened, or must not be.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        if (endPoint.Port is not (80 or 443 or >= FirstFreePort))
            throw new ConnectionRefusedException();
        var found = IPAddress.TryParse(endPoint.Host, out var address) ? [address] : await resolver.ResolveAsync(endPoint.Host, cancellationToken);
        var addresses = found.Select(one => one.IsIPv4MappedToIPv6 ? one.MapToIPv4() : one).ToList();
        // One that may not be connected to is enough: who has mixed them has done so on purpose.
        if (addresses.Count == 0 || !addresses.TrueForAll(MayConnectTo))
            throw new ConnectionRefusedException();
        foreach (var one in addresses)
        {
            if (await TryConnectAsync(new IPEndPoint(one, endPoint.Port), cancellationToken) is { } stream)
                return stream;
        }

        throw new ConnectionRefusedException();
    }

    /// <summary>Returns whether an address may be connected to.</summary>
    private bool MayConnectTo(IPAddress address) => PublicAddresses.Contains(address) || Array.Exists(allowed, network => network.Contains(address));

    private static async Task<NetworkStream?> TryConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException)
        {
            // The next address may respond.
            socket.Dispose();
            return null;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
