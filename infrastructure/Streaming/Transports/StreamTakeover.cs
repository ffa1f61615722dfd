using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LiveFeed.Infrastructure.Streaming.Transports;

/// <summary>
/// A plain connection, as the HTTP layer sees it. Everything that the layer writes reaches the socket before its flush ends, so nothing is
/// on its way when a stream takes the socket over. The layer ends a stream's request with an abort, and that abort ends here: the layer's
/// objects are released, and the connection stays. docs/streams.md says why this is safe.
/// </summary>
internal sealed class StreamTakeover : ConnectionContext, IStreamTakeover
{
    private readonly ConnectionContext inner;
    private Func<IStreamOutput, CancellationToken, Task>? stream;

    private StreamTakeover(ConnectionContext inner, Socket socket, Heartbeat heartbeat)
    {
        this.inner = inner;
        Transport = new Duplex(inner.Transport.Input, PipeWriter.Create(
            new Writes(socket, inner), new StreamPipeWriterOptions(minimumBufferSize: 16_384, leaveOpen: true)));
        Features = new FeatureCollection(inner.Features);
        Features.Set<IStreamTakeover>(this);
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

        // In a method of its own, so that its objects are not held while the stream runs.
        if (await ServeRequestsAsync(connection, socket, http) is not { } run)
            return;
        // Nobody reads what the client sends from here on. If it sends something, the connection ends before that fills memory.
        await connection.Transport.Input.CompleteAsync();
        await run(new SocketOutput(socket, connection.Abort), connection.ConnectionClosed);
    }

    public void TakeOver(HttpContext context, Func<IStreamOutput, CancellationToken, Task> run)
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
        StreamTakeover plain;
        try
        {
            plain = new StreamTakeover(connection, socket, heartbeat);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // The client left before its first request was read.
            connection.Abort(new ConnectionAbortedException("The client is gone.", gone));
            return null;
        }

        try
        {
            await http(plain);
            return plain.stream;
        }
        catch when (plain.stream is not null)
        {
            // The connection can't be trusted any more, but the stream must still release what it has acquired.
            await plain.stream(new SocketOutput(socket, connection.Abort), new CancellationToken(true));
            throw;
        }
        finally
        {
            heartbeat.Stop();
        }
    }

    /// <summary>
    /// The callbacks that the HTTP layer registers to be called every second. The server knows this object as long as the connection lives,
    /// and must not know the layer's objects longer than they are needed.
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

    /// <summary>Writes to a socket. If the client is gone, the connection reports it, as with the server's own transport.</summary>
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
