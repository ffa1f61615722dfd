namespace LiveFeed.Benchmarks.Peers;

internal sealed class SocketIoPeer() : NodePeer("socketio")
{
    public override string Name => "socketio";

    public override string About => "Socket.IO 4 on Node.js, over WebSocket, `io.emit` to all.";

    public override Task<RunningPeer> StartAsync(string core, CancellationToken cancellationToken) =>
        StartAsync(core, "/socket.io/?EIO=4&transport=websocket", ["--engineio"], cancellationToken);
}
