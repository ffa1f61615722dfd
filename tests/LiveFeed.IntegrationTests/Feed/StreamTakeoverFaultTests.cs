using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using LiveFeed.Infrastructure.Streaming.Transports;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>
/// Faults at the worst moment, between the request of a stream and the stream: of the HTTP layer, which according to its source doesn't have
/// this fault, and of the connection.
/// </summary>
public sealed class StreamTakeoverFaultTests
{
    [Fact]
    public async Task A_stream_whose_request_fails_after_its_handover_ends_at_once_and_gives_back_its_lease()
    {
        var ends = new List<bool>();

        var serving = ServeAsync((http, _) =>
        {
            http.Features.Get<IStreamTakeover>()!.TakeOver(new DefaultHttpContext(), (_, clientGone) =>
            {
                ends.Add(clientGone.IsCancellationRequested);
                return Task.CompletedTask;
            });
            throw new InvalidOperationException("The layer failed.");
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => serving);
        Assert.True(Assert.Single(ends));
    }

    /// <summary>If the stream didn't run, the place that it has under the limits of streams would be lost until the server ends.</summary>
    [Fact]
    public async Task A_stream_whose_client_is_gone_before_its_handover_still_runs_and_gives_back_its_lease()
    {
        var ends = new List<bool>();

        await ServeAsync((http, socket) =>
        {
            http.Features.Get<IStreamTakeover>()!.TakeOver(new DefaultHttpContext(), (output, _) =>
            {
                ends.Add(output.IsGone);
                return Task.CompletedTask;
            });
            socket.Dispose();
            return Task.CompletedTask;
        });

        Assert.True(Assert.Single(ends));
    }

    private static async Task ServeAsync(Func<ConnectionContext, Socket, Task> http)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var socket = await listener.AcceptSocketAsync();
        var connection = new DefaultConnectionContext { Transport = new Ends(new Pipe().Reader, new Pipe().Writer) };
        connection.Features.Set<IConnectionSocketFeature>(new Connected(socket));
        connection.Features.Set<IConnectionHeartbeatFeature>(new NoHeartbeat());
        await StreamTakeover.ServeAsync(connection, layer => http(layer, socket));
    }

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed record Connected(Socket Socket) : IConnectionSocketFeature;

    private sealed class NoHeartbeat : IConnectionHeartbeatFeature
    {
        public void OnHeartbeat(Action<object> action, object state)
        {
        }
    }
}
