using LiveFeed.Benchmarks.Faults.Readers;
using LiveFeed.Benchmarks.Peers;

namespace LiveFeed.Benchmarks.Faults.Peers;

internal static class AllFaultPeers
{
    /// <summary>All that can be compared, in the order of the tables.</summary>
    public static IReadOnlyList<IFaultPeer> InOrder { get; } = [new LiveFeedFaultPeer(), SignalR(), Nchan(), SocketIo(SocketIoPeer.PubSub), SocketIo(SocketIoPeer.Streams)];

    private static JoinedFaultPeer SignalR() => new(
        "signalr", "ASP.NET Core SignalR with its Redis backplane, broadcast through `IHubContext`. Its own client over WebSocket, with automatic reconnect.",
        new SignalRPeer().Missing(), SignalRPeer.StartJoinedAsync,
        async (stream, readers, cancellationToken) => await SignalRReaders.ConnectAsync(stream, readers, cancellationToken));

    private static JoinedFaultPeer Nchan() => new(
        "nchan", "nginx with nchan, whose messages are in Redis (its `distributed` mode, for 5 minutes). The same readers of Server-Sent Events as LiveFeed's.",
        new NchanPeer().Missing(), NchanPeer.StartJoinedAsync,
        async (stream, readers, cancellationToken) => await EventSourceReaders.ConnectAsync(stream, readers, cancellationToken));

    private static JoinedFaultPeer SocketIo(string adapter)
    {
        var peer = new SocketIoPeer();
        return new JoinedFaultPeer(
            $"socketio-{adapter}",
            adapter == SocketIoPeer.Streams
                ? "Socket.IO with `@socket.io/redis-streams-adapter` and connection state recovery. Its own client over WebSocket, as it is by default."
                : "Socket.IO with `@socket.io/redis-adapter` (publish and subscribe), whose unhandled rejections are logged: as documented, one ends the process if Redis goes away at the wrong moment. Its own client over WebSocket, as it is by default.",
            peer.Missing(), (redis, core, cancellationToken) => peer.StartJoinedAsync(adapter, redis, core, cancellationToken),
            async (stream, readers, cancellationToken) => await SocketIoReaders.ConnectAsync(peer.Command("readers.mjs"), stream, readers, cancellationToken));
    }
}
