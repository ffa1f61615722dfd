using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Statistics;

public sealed class StatisticsTests : IAsyncLifetime
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);
    private readonly TestTime time = TestTime.Create();
    private LiveFeedServer server = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        server = await LiveFeedServer.StartAsync(time, null, "Jwt:AccessLifetime=1.00:00:00", "Claims:Lease=04:00:00", "Statistics:Every=00:00:05", "Statistics:Sweep=00:00:01");
        admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Statistics_are_made_of_all_updates_and_incidents()
    {
        foreach (var (team1, team2) in new[] { (1, 0), (2, 0), (2, 1), (3, 1), (4, 1), (5, 1) })
            await ScoreAsync(team1, team2);
        foreach (var body in new object[] { new { kind = "goal", side = 1, minute = 12 }, new { kind = "yellowCard", side = 2, minute = 30 }, new { kind = "note" } })
            await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/matches/1/incidents", body));

        var statistics = await server.Http.GetAsync("/api/events/cup/statistics/1").JsonAsync();

        Assert.Equal("""{"team1":3,"team2":1}""", statistics.GetProperty("longestRun").GetRawText());
        Assert.Equal("""{"team1":4,"team2":0}""", statistics.GetProperty("biggestLead").GetRawText());
        Assert.Equal("""[{"kind":"goal","team1":1,"team2":0},{"kind":"yellowCard","team1":0,"team2":1}]""", statistics.GetProperty("kinds").GetRawText());
        Assert.Equal("""[{"kind":"goal","side":1,"minute":12}]""", statistics.GetProperty("goals").GetRawText());
        Assert.Equal("""[{"kind":"yellowCard","side":2,"minute":30}]""", statistics.GetProperty("cards").GetRawText());
        Assert.Equal("scheduled", (await server.Http.GetAsync("/api/events/cup/statistics/2").JsonAsync()).Text("status"));
        await Expect.ProblemAsync(await server.Http.GetAsync("/api/events/cup/statistics/77"), 404, "match_not_found");
    }

    [Fact]
    public async Task They_are_published_at_most_every_five_seconds_and_always_once_the_match_is_final()
    {
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream?types=statistics-update");
        await stream.NextAsync();
        await ScoreAsync(1, 0);
        var first = await NextAsync(stream);
        Assert.Equal(1, first.GetProperty("biggestLead").Number("team1"));

        for (var point = 2; point <= 31; point++)
        {
            await ScoreAsync(point, 0);
            time.Advance(TimeSpan.FromMilliseconds(500));
        }

        await ScoreAsync(31, 0, "final");
        var entries = new List<JsonElement> { first };
        while (entries[^1].Text("status") != "final")
            entries.Add(await NextAsync(stream));

        Assert.InRange(entries.Count, 2, 6);
        Assert.All(entries.Zip(entries.Skip(1)), pair => Assert.True(pair.Second.When("at") - pair.First.When("at") >= TimeSpan.FromSeconds(5)));
        Assert.Equal(31, entries[^1].GetProperty("longestRun").Number("team1"));
        // Nothing has changed since: what is published after the next changes of another match is of that match alone.
        await admin.ClaimAsync("cup", 2);
        foreach (var point in new[] { 1, 2 })
        {
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 2, point, 0));
            var next = await NextAsync(stream);
            Assert.Equal(("statistics/2", point), (next.Text("key"), next.GetProperty("biggestLead").Number("team1")));
        }
    }

    [Fact]
    public async Task A_server_that_dies_before_it_has_published_them_does_so_when_it_starts_again()
    {
        await ScoreAsync(1, 0);
        await UntilPublishedAsync("inProgress");

        await ScoreAsync(2, 0, "final");
        await server.RestartAsync();

        await UntilPublishedAsync("final");
    }

    [Fact]
    public async Task They_leave_the_snapshot_half_an_hour_after_the_match_and_with_the_match()
    {
        await admin.ClaimAsync("cup", 2);
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 2, 1, 0));
        await ScoreAsync(1, 0, "final");
        await UntilPublishedAsync("final");
        await Eventually.TrueAsync(async () => await AdvancedAsync(Sweep) && (await SnapshotAsync()).Count == 2, "They were not published.");

        time.Jump(TimeSpan.FromMinutes(31));
        await Eventually.TrueAsync(async () => await AdvancedAsync(TimeSpan.FromSeconds(30)) && (await SnapshotAsync()).Count == 1, "They were not taken away.");
        Assert.Equal("statistics/2", (await SnapshotAsync()).Single().Text("key"));

        await Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule?affectScored=true", new { matches = Array.Empty<object>() }));
        Assert.Empty(await SnapshotAsync());
    }

    private async Task ScoreAsync(int team1, int team2, string status = "inProgress") => await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, team1, team2, status));

    private Task UntilPublishedAsync(string status) => Eventually.TrueAsync(
        async () => await AdvancedAsync(Sweep) && (await SnapshotAsync()).Any(entry => entry.Text("key") == "statistics/1" && entry.Text("status") == status), "They were not published.");

    private Task<bool> AdvancedAsync(TimeSpan by)
    {
        time.Advance(by);
        return Task.FromResult(true);
    }

    private async Task<JsonElement> NextAsync(StreamClient stream)
    {
        var next = stream.NextAsync();
        // The sweep runs on the clock of the test.
        await Eventually.TrueAsync(async () => next.IsCompleted || (await AdvancedAsync(TimeSpan.FromMilliseconds(100)) && next.IsCompleted), "They were not published.");
        return (await next)!.Data;
    }

    private Task<List<JsonElement>> SnapshotAsync() => server.Http.EntriesAsync("cup", "types=statistics-update");
}
