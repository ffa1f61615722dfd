namespace LiveFeed.Benchmarks.Peers;

internal sealed class SocketIoPeer() : NodePeer("socketio")
{
    /// <summary>The adapter over Redis' publish and subscribe.</summary>
    public const string PubSub = "pubsub";

    /// <summary>The adapter over a stream that Redis keeps.</summary>
    public const string Streams = "streams";

    public override string Name => "socketio";

    public override string About => "Socket.IO 4 on Node.js, over WebSocket, `io.emit` to all.";

    public override Task<RunningPeer> StartAsync(string core, CancellationToken cancellationToken) => StartAsync(core, [], cancellationToken);

    /// <summary>Starts one of several servers that are joined by a Redis.</summary>
    /// <param name="adapter"><see cref="PubSub"/> or <see cref="Streams"/>.</param>
    /// <param name="redisPort">The port of the Redis.</param>
    /// <param name="core">The processor that the server may run on.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public Task<RunningPeer> StartJoinedAsync(string adapter, int redisPort, string core, CancellationToken cancellationToken) =>
        StartAsync(core, [$"{redisPort}", adapter], cancellationToken);

    private Task<RunningPeer> StartAsync(string core, IReadOnlyList<string> settings, CancellationToken cancellationToken) =>
        StartAsync(core, "/socket.io/?EIO=4&transport=websocket", settings, ["--engineio"], cancellationToken);
}
