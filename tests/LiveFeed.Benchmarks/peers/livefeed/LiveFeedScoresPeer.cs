namespace LiveFeed.Benchmarks.Peers;

/// <summary>LiveFeed as it is shipped: each message is a score that a scorekeeper posts.</summary>
internal sealed class LiveFeedScoresPeer : IPeer
{
    // As short as a score can be. Its entry, with the event, the match and the time, is still longer than the other peers' 200 bytes.
    private const string Score = """{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"inProgress","clientUpdateId":"lfts{{TS}}-{{SEQ}}"}""";

    public string Name => "livefeed-scores";

    public string About => "LiveFeed as shipped: each message is an authorised `POST /scores`, checked, and committed to SQLite with `synchronous=FULL` before it is sent.";

    public bool IsPureFanOut => false;

    public string? Missing() => null;

    public async Task<RunningPeer> StartAsync(string core, CancellationToken cancellationToken)
    {
        var server = await Server.StartAsync(core);
        await server.CreateEventAsync(LiveFeedPeer.Event, 1);
        var path = $"{server.Address}api/events/{LiveFeedPeer.Event}";
        return new RunningPeer(
            server.Pid, $"{path}/stream", $"{path}/scores",
            ["--publish-body", Score, "--publish-header", "Content-Type: application/json", "--publish-header", $"Authorization: Bearer {server.AccessToken}"],
            server.DisposeAsync);
    }
}
