using System.Net;
using System.Net.Sockets;

namespace LiveFeed.Benchmarks.Faults;

/// <summary>
/// Stands for the balancer in front of servers: each new connection goes to the first of them that accepts it, and ends with that one's. It knows
/// nothing but bytes, so that each client goes on as its own library does.
/// </summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly IReadOnlyList<int> ports;
    private readonly Task accepting;

    /// <param name="ports">The servers' ports, the preferred one first.</param>
    public Balancer(params IReadOnlyList<int> ports)
    {
        this.ports = ports;
        listener.Start(backlog: 1_024);
        accepting = AcceptAsync();
    }

    /// <summary>Returns an address of a server as it is by way of the balancer.</summary>
    public Uri By(Uri address) => new UriBuilder(address) { Port = ((IPEndPoint)listener.LocalEndpoint).Port }.Uri;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var passing = new List<Task>();
        try
        {
            while (true)
                passing.Add(PassAsync(await listener.AcceptSocketAsync(stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(passing);
        }
    }

    private async Task PassAsync(Socket client)
    {
        using (client)
        {
            if (await ConnectAsync() is not { } server)
                return;
            using (server)
            {
                using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
                client.NoDelay = true;
                var ways = new[] { CopyAsync(client, server, ended.Token), CopyAsync(server, client, ended.Token) };
                await Task.WhenAny(ways);
                await ended.CancelAsync();
                await Task.WhenAll(ways);
            }
        }
    }

    /// <summary>Returns a connection to the first server that accepts it; null if none does.</summary>
    private async Task<Socket?> ConnectAsync()
    {
        foreach (var port in ports)
        {
            var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, port, stopping.Token);
                return server;
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException)
            {
                server.Dispose();
            }
        }

        return null;
    }

    /// <summary>Copies until one of the two closes or breaks.</summary>
    private static async Task CopyAsync(Socket from, Socket to, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 14];
        try
        {
            while (await from.ReceiveAsync(buffer, cancellationToken) is var read and > 0)
                await to.SendAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // The connection is over, for the other way too.
        }
    }
}
