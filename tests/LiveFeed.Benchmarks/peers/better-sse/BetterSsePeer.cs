namespace LiveFeed.Benchmarks.Peers;

internal sealed class BetterSsePeer() : NodePeer("better-sse")
{
    public override string Name => "better-sse";

    public override string About => "better-sse on Node.js, a channel's `broadcast` to all of its sessions.";

    public override Task<RunningPeer> StartAsync(string core, CancellationToken cancellationToken) =>
        StartAsync(core, "/stream", [], [], cancellationToken);
}
