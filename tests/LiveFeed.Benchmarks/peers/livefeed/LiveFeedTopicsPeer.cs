namespace LiveFeed.Benchmarks.Peers;

/// <summary>As <see cref="LiveFeedPeer"/>, but each reader follows five topics on its stream, which get the messages in turn.</summary>
internal sealed class LiveFeedTopicsPeer : IPeer
{
    /// <summary>The events; the first is that of a reader of one.</summary>
    internal static readonly IReadOnlyList<string> Events = [LiveFeedPeer.Event, "bench-2", "bench-3", "bench-4", "bench-5"];

    public string Name => "livefeed-topics";

    public string About => "LiveFeed, fan-out only, five topics on each stream: a message is an entry of one of them, and its id joins the cursors of all.";

    public string? Missing() => null;

    public async Task<RunningPeer> StartAsync(string core, CancellationToken cancellationToken)
    {
        var server = await LiveFeedPeer.StartServerAsync(core, cancellationToken);
        foreach (var id in Events.Skip(1))
            await server.CreateEventAsync(id);
        return new RunningPeer(
            server.Pid, $"{server.Address}api/stream?{string.Join('&', Events.Select(id => $"topic=events/{id}"))}", $"{server.Address}bench/publish?topics={Events.Count}", [], server.DisposeAsync);
    }
}
