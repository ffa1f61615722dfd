namespace LiveFeed.Benchmarks.Peers;

/// <summary>LiveFeed's own host, with entries made in memory: what the fan-out costs without the database.</summary>
internal sealed class LiveFeedPeer : IPeer
{
    internal const string Event = "bench";

    public string Name => "livefeed";

    public string About => "LiveFeed, fan-out only: the whole host, but each message becomes a feed entry in memory, not in the database.";

    public string? Missing() => null;

    public async Task<RunningPeer> StartAsync(string core, CancellationToken cancellationToken)
    {
        var server = await StartServerAsync(core, cancellationToken);
        return new RunningPeer(
            server.Pid, $"{server.Address}api/events/{Event}/stream", $"{server.Address}bench/publish", [], server.DisposeAsync);
    }

    /// <summary>Starts the server, with an event that has no entries but its own.</summary>
    public static async Task<Server> StartServerAsync(string core, CancellationToken cancellationToken)
    {
        // The log has none of the entries, so that a comparison with it would take the feed for one of another history.
        var server = await Server.StartAsync(ThisProgram.Command(LoopBackServer.Command), core, ["--LiveFeed:Feed:TailCheck=01:00:00"], cancellationToken);
        await server.CreateEventAsync(Event);
        return server;
    }
}
