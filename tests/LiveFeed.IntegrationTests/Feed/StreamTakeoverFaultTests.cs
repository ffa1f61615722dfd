using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using LiveFeed.Infrastructure.Streaming.Transports;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>A fault of the HTTP layer at the worst moment. According to its source, the layer itself doesn't have this fault.</summary>
public sealed class StreamTakeoverFaultTests
{
    [Fact]
    public async Task A_stream_whose_request_fails_after_its_handover_ends_at_once_and_gives_back_its_lease()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var socket = await listener.AcceptSocketAsync();
        var connection = new DefaultConnectionContext { Transport = new Ends(new Pipe().Reader, new Pipe().Writer) };
        connection.Features.Set<IConnectionSocketFeature>(new Connected(socket));
        connection.Features.Set<IConnectionHeartbeatFeature>(new NoHeartbeat());
        var ends = new List<bool>();

        var serving = StreamTakeover.ServeAsync(connection, http =>
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

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed record Connected(Socket Socket) : IConnectionSocketFeature;

    private sealed class NoHeartbeat : IConnectionHeartbeatFeature
    {
        public void OnHeartbeat(Action<object> action, object state)
        {
        }
    }
}
