using System.Diagnostics;
using System.Text;

namespace LiveFeed.Benchmarks;

/// <summary>The measurements of one server on this machine. The load shares its cores.</summary>
internal static class Scenarios
{
    private const string Event = "bench";

    /// <summary>
    /// Fifty scorekeepers, each on a match of its own, post as fast as they get responses. Every response means a durable write.
    /// </summary>
    /// <param name="postgres">Whether to use PostgreSQL, with one database for all instances, instead of SQLite.</param>
    /// <param name="instances">How many servers run over one database. Scorekeepers are spread over them in turn.</param>
    /// <param name="scorekeepers">How many scorekeepers per server.</param>
    /// <param name="events">Over how many events the scorekeepers are spread, in turn.</param>
    /// <param name="matches">Matches of each event; 0 for one for each scorekeeper. Every fiftieth post is final then.</param>
    /// <param name="tables">Whether the matches are those of pools, whose standings follow.</param>
    /// <param name="seconds">How long to measure.</param>
    public static async Task WritesAsync(bool postgres, int instances, int scorekeepers, int events, int matches, bool tables, int seconds)
    {
        var cluster = postgres ? await PostgresCluster.StartAsync(durable: true) : null;
        string[] settings = cluster is null
            ? []
            : [
                "--LiveFeed:Database:Provider=PostgreSql", "--LiveFeed:Database:MigrateAtStart=true",
                $"--LiveFeed:Database:ConnectionString={cluster.ConnectionString(await cluster.CreateDatabaseAsync())}",
            ];
        var servers = new List<Server>();
        try
        {
            for (var instance = 0; instance < instances; instance++)
                servers.Add(await Server.StartAsync(null, settings));
            for (var i = 0; i < events; i++)
            {
                if (matches == 0)
                    await servers[0].CreateEventAsync(NumberedEvent(i), instances * scorekeepers);
                else
                    await servers[0].CreateLeagueAsync(NumberedEvent(i), matches, instances * scorekeepers, tables);
            }

            var figures = await Load.RunAsync(
                servers, instances * scorekeepers, seconds, 200, (client, n) => ScorePost(servers[client % instances], NumberedEvent(client / instances % events), client, n, matches > 0 ? 50 : int.MaxValue));
            var (commands, retried) = (0d, 0d);
            foreach (var server in servers)
            {
                commands += await server.MetricAsync("livefeed_commit_commands_sum");
                retried += await server.MetricAsync("livefeed_commit_lost_races_total") + await server.MetricAsync("livefeed_commit_split_groups_total");
            }

            Console.WriteLine(FormattableString.Invariant(
                $"POST /scores, durable, {(postgres ? "PostgreSQL" : "SQLite")}, {instances} × {scorekeepers} scorekeepers, {events} events{(matches > 0 ? $" of {matches} matches" : "")}{(tables ? " with tables" : "")}   {figures}   retried {retried / commands:P2}"));
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync();
            if (cluster is not null)
                await cluster.StopAsync();
        }
    }

    /// <summary>A hundred clients send list requests, and polls that find nothing new.</summary>
    public static async Task ReadsAsync(int seconds)
    {
        await using var server = await Server.StartAsync();
        await server.CreateEventAsync(Event, 64);
        for (var match = 1; match <= 64; match++)
            await server.PostAsync($"/api/events/{Event}/scores", new { matchId = match, sets = new[] { new { team1 = 2, team2 = 1 } }, status = "inProgress" });
        using var poll = await server.Http.GetAsync($"/api/events/{Event}/feed");
        var etag = poll.Headers.ETag!.Tag;
        foreach (var (title, path, header, status) in new[]
        {
            ("GET /scores, 64 matches", $"/api/events/{Event}/scores", "", 200),
            ("GET /scores?limit=10", $"/api/events/{Event}/scores?limit=10", "", 200),
            ("GET /scores, unchanged (304)", $"/api/events/{Event}/scores", $"If-None-Match: {etag}\r\n", 304),
            ("GET /feed, unchanged (304)", $"/api/events/{Event}/feed", $"If-None-Match: {etag}\r\n", 304),
        })
        {
            var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Address.Authority}\r\n{header}\r\n");
            Console.WriteLine($"{title,-45} {await Load.RunAsync([server], 100, seconds, status, (_, _) => request)}");
        }
    }

    /// <summary>Measures from a scheduled POST /scores to its receipt by a thousand streams, with sseload; beside webhooks that get the same, if there are some.</summary>
    public static async Task LatencyAsync(int readers, int rate, int seconds, int webhooks)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await Server.StartAsync(null, WebhookReceiver.Settings(webhooks));
        await server.CreateEventAsync(Event, 50);
        await receiver.AddAsync(server, Event, webhooks);
        var tool = await CProgram.BuildAsync("sseload/sseload.c", CancellationToken.None);
        var body = """{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"inProgress","clientUpdateId":"lfts{{TS}}-{{SEQ}}"}""";
        using var sseload = Process.Start(new ProcessStartInfo(tool)
        {
            ArgumentList =
            {
                "subscribe", "--url", $"{server.Address}api/events/{Event}/stream", "--clients", $"{readers}",
                "--publish-url", $"{server.Address}api/events/{Event}/scores", "--publish-body", body,
                "--publish-header", "Content-Type: application/json", "--publish-header", $"Authorization: Bearer {server.AccessToken}",
                "--rate", $"{rate}", "--count", $"{rate * seconds}", "--warmup", "30", "--pid", $"{server.Pid}",
            },
        })!;
        await sseload.WaitForExitAsync();
        if (sseload.ExitCode != 0)
            throw new InvalidOperationException($"sseload ended with {sseload.ExitCode}.");
        if (webhooks > 0)
            Console.WriteLine($"{webhooks} {receiver}");
    }

    private static string NumberedEvent(int number) => $"{Event}-{number}";

    private static byte[] ScorePost(Server server, string eventId, int client, int n, int finalEvery = int.MaxValue) => Request(
        server, "POST", $"/api/events/{eventId}/scores",
        $$"""{"matchId":{{client + 1}},"sets":[{"team1":{{n % 900}},"team2":{{n % 7}}}],"status":"{{(n % finalEvery == finalEvery - 1 ? "final" : "inProgress")}}","clientUpdateId":"{{client}}-{{n}}"}""");

    private static byte[] Request(Server server, string method, string path, string body) => Encoding.ASCII.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nAuthorization: Bearer {server.AccessToken}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
}
