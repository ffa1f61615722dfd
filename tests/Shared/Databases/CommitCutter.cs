using System.Net;
using System.Net.Sockets;

namespace LiveFeed.Testing;

/// <summary>The point at which a connection breaks.</summary>
public enum Cut
{
    None,

    /// <summary>The server never receives the COMMIT.</summary>
    BeforeCommit,

    /// <summary>The server commits, and its response is lost.</summary>
    AfterCommit,

    /// <summary>
    /// The client's connection breaks at once, and the COMMIT reaches the server when <see cref="CommitCutter.Deliver"/> is released.
    /// </summary>
    LateCommit,
}

/// <summary>A proxy in front of PostgreSQL that breaks connections at their COMMIT, or all of them.</summary>
public sealed class CommitCutter : IAsyncDisposable
{
    // A simple query (postgresql.org/docs/current/protocol-message-formats.html): 'Q', the length, the text.
    private static readonly byte[] Commit = [(byte)'Q', 0, 0, 0, 11, .. "COMMIT\0"u8];

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private CancellationTokenSource up = new();
    private readonly int serverPort;
    private readonly Task accepting;
    private int made;

    public CommitCutter(int serverPort)
    {
        this.serverPort = serverPort;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What happens to the next COMMIT. The ones after it pass.</summary>
    public Cut Next { get; set; }

    /// <summary>Delivers late COMMITs.</summary>
    public SemaphoreSlim Deliver { get; } = new(0);

    /// <summary>How many connections were broken.</summary>
    public int Made => made;

    /// <summary>Breaks all connections, and each new one at once, until <see cref="BringUp"/>.</summary>
    public Task TakeDownAsync() => up.CancelAsync();

    public void BringUp() => up = new CancellationTokenSource();

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
        Deliver.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var fromClient = client;
        using var toServer = new TcpClient();
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token, up.Token);
        try
        {
            await toServer.ConnectAsync(IPAddress.Loopback, serverPort, broken.Token);
            var cut = new TaskCompletionSource();
            var responses = CopyResponsesAsync(toServer.GetStream(), client.GetStream(), cut, broken.Token);
            await CopyQueriesAsync(client.GetStream(), toServer.GetStream(), cut, responses, broken.Token);
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // One side has closed, so the other is closed too.
        }
        finally
        {
            await broken.CancelAsync();
        }
    }

    private async Task CopyQueriesAsync(NetworkStream client, NetworkStream server, TaskCompletionSource cut, Task responses, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        for (int count; (count = await client.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (Next != Cut.None && buffer.AsSpan(0, count).EndsWith(Commit))
            {
                var how = Next;
                Next = Cut.None;
                Interlocked.Increment(ref made);
                if (how == Cut.BeforeCommit)
                    return;
                cut.SetResult();
                if (how == Cut.LateCommit)
                {
                    await client.DisposeAsync();
                    await Deliver.WaitAsync(cancellationToken);
                }

                await server.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                await responses;
                return;
            }

            await server.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
    }

    /// <summary>Passes the server's responses on, up to the one that is to be lost.</summary>
    private static async Task CopyResponsesAsync(NetworkStream server, NetworkStream client, TaskCompletionSource cut, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        for (int count; (count = await server.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (cut.Task.IsCompleted)
                return;
            await client.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
    }
}
