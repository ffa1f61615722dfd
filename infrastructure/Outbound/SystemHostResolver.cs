using System.Net;
using System.Net.Sockets;

namespace LiveFeed.Infrastructure.Outbound;

/// <summary>Asks the operating system, and so its hosts file and name servers.</summary>
internal sealed class SystemHostResolver : IHostResolver
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellationToken);
        }
        catch (SocketException)
        {
            // No such name, or no name server: there is nothing to connect to.
            return [];
        }
    }
}
