using System.Diagnostics;
using System.Text;

namespace LiveFeed.Benchmarks;

/// <summary>What is measured of one server on this machine; the load shares its cores.</summary>
internal static class Scenarios
{
    private const string Event = "bench";

    /// <summary>Fifty scorekeepers, each on a match of its own, post as fast as they are answered. Every answer is durable.</summary>
    public static async Task WritesAsync(int seconds)
    {
        const int scorekeepers = 50;
        await using var server = await Server.StartAsync();
        await server.CreateEventAsync(Event, scorekeepers);
        var figures = await Load.RunAsync(server, scorekeepers, seconds, 200, (client, n) => Request(
            server, "POST", $"/api/events/{Event}/scores",
            $$"""{"matchId":{{client + 1}},"sets":[{"team1":{{n % 900}},"team2":{{n % 7}}}],"status":"inProgress","clientUpdateId":"{{client}}-{{n}}"}"""));
        Console.WriteLine($"POST /scores, durable, {scorekeepers} scorekeepers       {figures}");
    }

    /// <summary>Lists, and polls that find nothing new, by a hundred clients.</summary>
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
            Console.WriteLine($"{title,-45} {await Load.RunAsync(server, 100, seconds, status, (_, _) => request)}");
        }
    }

    /// <summary>From a scheduled POST /scores to its receipt by a thousand streams, measured by sseload.</summary>
    public static async Task LatencyAsync(int readers, int rate, int seconds)
    {
        await using var server = await Server.StartAsync();
        await server.CreateEventAsync(Event, 50);
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
    }

    private static byte[] Request(Server server, string method, string path, string body) => Encoding.ASCII.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nAuthorization: Bearer {server.AccessToken}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
}
