namespace LiveFeed.Benchmarks.Peers;

internal static class AllPeers
{
    /// <summary>All peers that can be compared, in the order of the tables.</summary>
    public static IReadOnlyList<IPeer> InOrder { get; } =
    [
        new LiveFeedPeer(), new LiveFeedTopicsPeer(), new LiveFeedScoresPeer(), new NchanPeer(), new TypedResultsPeer(), new SignalRPeer(), new SocketIoPeer(), new BetterSsePeer(), new CPeer(),
    ];
}
