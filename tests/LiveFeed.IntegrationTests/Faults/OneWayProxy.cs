using System.Net;
using System.Net.Sockets;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>A network in front of a server, one or both of whose directions can be held up: what is sent meanwhile arrives later, or never.</summary>
internal sealed class OneWayProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task accepting;

    public OneWayProxy(int serverPort)
    {
        listener.Start();
        accepting = AcceptAsync(serverPort);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public Gate ToServer { get; } = new();

    public Gate ToClient { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync(int serverPort)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(stopping.Token), serverPort));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client, int serverPort)
    {
        using var fromClient = client;
        using var toServer = new TcpClient();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        try
        {
            await toServer.ConnectAsync(IPAddress.Loopback, serverPort, over.Token);
            await Task.WhenAny(
                CopyAsync(client.GetStream(), toServer.GetStream(), ToServer, over.Token), CopyAsync(toServer.GetStream(), client.GetStream(), ToClient, over.Token));
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // The server is away, or the test is over: the client's connection is closed.
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    private static async Task CopyAsync(NetworkStream from, NetworkStream to, Gate gate, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            for (int count; (count = await from.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                await gate.WaitAsync(cancellationToken);
                await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // One side has closed, so the other is closed too.
        }
    }

    /// <summary>Lets bytes pass while it is open.</summary>
    internal sealed class Gate
    {
        private volatile TaskCompletionSource open = Opened();

        public void Close() => open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => open.TrySetResult();

        public Task WaitAsync(CancellationToken cancellationToken) => open.Task.WaitAsync(cancellationToken);

        private static TaskCompletionSource Opened()
        {
            var source = new TaskCompletionSource();
            source.SetResult();
            return source;
        }
    }
}
