namespace LiveFeed.Benchmarks.Peers;

/// <summary>ASP.NET Core SignalR over WebSocket, which its clients use if they can.</summary>
internal sealed class SignalRPeer : IPeer
{
    public string Name => "signalr";

    public string About => "ASP.NET Core SignalR over WebSocket with its JSON protocol, broadcast through `IHubContext`.";

    public string? Missing() => null;

    public Task<RunningPeer> StartAsync(string core, CancellationToken cancellationToken) =>
        ThisProgram.StartAsync(SignalRServer.Command, core, "/feed", ["--signalr", "--first-byte"], cancellationToken);

    /// <summary>Starts one of several servers that are joined by a Redis, with SignalR's own backplane.</summary>
    public static Task<RunningPeer> StartJoinedAsync(int redisPort, string core, CancellationToken cancellationToken) =>
        ThisProgram.StartAsync(SignalRServer.Command, core, "/feed", ["--signalr", "--first-byte"], cancellationToken, $"--redis=127.0.0.1:{redisPort}");
}
