using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace LiveFeed.Api.Feed;

/// <summary>Lets a stream's request end for the server, and its connection live on as nothing but a stream.</summary>
internal interface IStreamHandover
{
    /// <summary>
    /// Ends the request: nothing more is written for it by anybody else, and once all of it has ended, the stream has the connection.
    /// To be called last, when everything written has been flushed and the head says <c>Connection: close</c>.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="run">Runs the stream; the connection is closed when it ends.</param>
    void HandOver(HttpContext context, Func<IStreamOutput, CancellationToken, Task> run);
}

/// <summary>
/// A plain connection, as the HTTP layer sees it. Everything the layer writes goes to the socket before its flush ends, so that nothing
/// is on its way when a stream takes the socket over; and when the layer is done with a stream's request, by an abort that ends here, its
/// objects go and the connection stays. docs/streams.md says why this is safe.
/// </summary>
internal sealed class StreamConnection : ConnectionContext, IStreamHandover
{
    private readonly ConnectionContext inner;
    private Func<IStreamOutput, CancellationToken, Task>? stream;

    private StreamConnection(ConnectionContext inner, Socket socket, Heartbeat heartbeat)
    {
        this.inner = inner;
        Transport = new Duplex(inner.Transport.Input, PipeWriter.Create(
            new Writes(socket, inner), new StreamPipeWriterOptions(minimumBufferSize: 16_384, leaveOpen: true)));
        Features = new FeatureCollection(inner.Features);
        Features.Set<IStreamHandover>(this);
        Features.Set<IConnectionHeartbeatFeature>(heartbeat);
    }

    public override IDuplexPipe Transport { get; set; }

    public override IFeatureCollection Features { get; }

    public override string ConnectionId { get => inner.ConnectionId; set => inner.ConnectionId = value; }

    public override IDictionary<object, object?> Items { get => inner.Items; set => inner.Items = value; }

    public override CancellationToken ConnectionClosed { get => inner.ConnectionClosed; set => inner.ConnectionClosed = value; }

    public override EndPoint? LocalEndPoint { get => inner.LocalEndPoint; set => inner.LocalEndPoint = value; }

    public override EndPoint? RemoteEndPoint { get => inner.RemoteEndPoint; set => inner.RemoteEndPoint = value; }

    /// <summary>Serves a connection: requests, and then perhaps a stream.</summary>
    public static async Task ServeAsync(ConnectionContext connection, ConnectionDelegate http)
    {
        if (!OperatingSystem.IsLinux() || connection.Features.Get<IConnectionSocketFeature>()?.Socket is not { } socket)
        {
            await http(connection);
            return;
        }

        // In a method of its own: what it holds is not held while the stream runs.
        if (await ServeRequestsAsync(connection, socket, http) is not { } run)
            return;
        // Nobody reads what the client sends from here on: that it does so ends the connection, before it becomes memory.
        await connection.Transport.Input.CompleteAsync();
        await run(new SocketOutput(socket, connection.Abort), connection.ConnectionClosed);
    }

    public void HandOver(HttpContext context, Func<IStreamOutput, CancellationToken, Task> run)
    {
        stream = run;
        context.Abort();
    }

    public override void Abort(ConnectionAbortedException abortReason)
    {
        if (stream is null)
            inner.Abort(abortReason);
    }

    [SupportedOSPlatform("linux")]
    private static async Task<Func<IStreamOutput, CancellationToken, Task>?> ServeRequestsAsync(
        ConnectionContext connection, Socket socket, ConnectionDelegate http)
    {
        var heartbeat = new Heartbeat(connection.Features.GetRequiredFeature<IConnectionHeartbeatFeature>());
        var plain = new StreamConnection(connection, socket, heartbeat);
        try
        {
            await http(plain);
            return plain.stream;
        }
        catch when (plain.stream is not null)
        {
            // The connection can't be trusted any more, and the stream still has to give back what it took.
            await plain.stream(new SocketOutput(socket, connection.Abort), new CancellationToken(true));
            throw;
        }
        finally
        {
            heartbeat.Stop();
        }
    }

    /// <summary>
    /// What the HTTP layer wants to be told every second. The server knows it for as long as the connection lives, and must not know
    /// the layer's objects any longer than they are needed.
    /// </summary>
    private sealed class Heartbeat(IConnectionHeartbeatFeature server) : IConnectionHeartbeatFeature
    {
        private List<(Action<object> Action, object State)>? listeners;

        public void OnHeartbeat(Action<object> action, object state)
        {
            if (listeners is null)
                server.OnHeartbeat(static heartbeat => ((Heartbeat)heartbeat).Beat(), this);
            (listeners ??= []).Add((action, state));
        }

        public void Stop() => listeners = [];

        private void Beat()
        {
            foreach (var (action, state) in listeners!)
                action(state);
        }
    }

    /// <summary>Writes to a socket. That the client is gone is for the connection to tell, as with the server's own transport.</summary>
    private sealed class Writes(Socket socket, ConnectionContext connection) : NetworkStream(socket, false)
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                await base.WriteAsync(buffer, cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                connection.Abort(new ConnectionAbortedException("The client is gone.", exception));
            }
        }
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
