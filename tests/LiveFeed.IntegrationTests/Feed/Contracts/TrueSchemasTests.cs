using LiveFeed.Api.Replay;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Feed;
using LiveFeed.Infrastructure.ScheduleFiles;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Feed.Contracts;

/// <summary>The schemas are true of all that the server sends.</summary>
public sealed class TrueSchemasTests
{
    private const string Schedule = """
        {"divisions":[{"id":1,"name":"One","pools":[{"id":"A","name":"Pool A","teams":[1,2]}]},{"id":2,"name":"Two"}],"courts":[{"id":1,"name":"Centre"}],
        "teams":[{"id":1,"name":"Ahr"},{"id":2,"name":"Bonn"},{"id":3,"name":"Celle"}],
        "matches":[{"id":1,"divisionId":1,"courtId":1,"team1Id":1,"team2Id":2,"startsAt":"2026-07-04T10:00:00Z","endsAt":"2026-07-04T12:00:00Z","number":"M1",
        "officials":[{"duty":"referee","name":"Jo Doe"}]},{"id":2,"divisionId":1,"team1From":{"winnerOf":1},"team2From":{"pool":"A","place":1}}]}
        """;

    [Fact]
    public async Task Every_entry_of_a_whole_tournament_is_as_its_schema_says()
    {
        var checker = new SchemaChecker();
        await using var server = await LiveFeedServer.StartAsync("Statistics:Every=00:00:00.100", "Statistics:Sweep=00:00:00.100");
        using var http = server.Client();
        var tournament = (await new ScheduleFileReader().ReadRecordingAsync(FootballFiles.PathOf(FootballFiles.Cup), TimeZoneInfo.Utc, CancellationToken.None)).Value!;
        await new TournamentReplay(http, TimeProvider.System).RunAsync(
            tournament, new ReplayOptions(LiveFeedServer.AdminEmail, LiveFeedServer.Password) { EventId = EventId.From("cup") }, CancellationToken.None);

        var log = await LogProbe.ReadAsync(server.Http, "cup");
        Assert.All(log.Entries.Values, checker.CheckEntry);
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        checker.Check((await stream.NextAsync())!);

        Assert.True(log.Head > 100, $"Only {log.Head} entries.");
        Assert.Superset(new HashSet<string> { "score-update", "claim-update", "match-update", "event-update", "statistics-update" }, checker.Seen);
    }

    [Fact]
    public async Task Everything_that_streams_ever_send_is_as_its_schema_says()
    {
        var time = TestTime.Create();
        var checker = new SchemaChecker();
        await using var server = await LiveFeedServer.StartAsync(
            time, null, "Jwt:AccessLifetime=1.00:00:00", "Claims:Lease=04:00:00", "Incidents:LiveAfterEnd=00:30:00", "Incidents:Sweep=00:00:30", "Statistics:Every=00:00:05", "Statistics:Sweep=00:00:01",
            "Feed:TypingFor=00:01:00");
        var (admin, reader) = (await server.AdminAsync(), await server.RegisterAsync("Rita Reader"));
        await Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id = "cup", name = "Cup", sport = "football", startsAt = "2026-07-04T10:00:00Z" }));
        await Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id = "league", name = "League", sport = "volleyball" }));
        await using var alone = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        await using var joined = await StreamClient.OpenAsync(server.Http, "/api/stream?topic=events/cup&topic=events/league&topic=events/none");
        var reset = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream", "nonsense");
        checker.Check((await reset.NextAsync())!);
        await reset.DisposeAsync();

        await PlayAsync(admin);
        await using var room = await StreamClient.OpenAsync(admin.Http, "/api/stream?topic=events/cup/teams/1");
        checker.Check((await room.NextAsync())!);
        await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/teams/1/typing"));
        var message = (await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/teams/1/messages", new { text = "Well played!", clientMessageId = "m1" }))).Text("id");
        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/teams/1/messages/{message}"));
        await using var me = await StreamClient.OpenAsync(reader.Http, "/api/stream?topic=me");
        checker.Check((await me.NextAsync())!);
        await Expect.SuccessAsync(await admin.PutAsync($"/api/events/cup/members/{reader.Id}", new { role = "media" }));
        await Eventually.TrueAsync(async () => Advance(time) && (await reader.GetAsync("/api/notifications")).GetProperty("unread").GetInt32() > 0);
        await Expect.SuccessAsync(await reader.PostAsync("/api/notifications/read", new { upTo = 99 }));
        foreach (var _ in new[] { "the notification", "that it was read" })
            checker.Check((await me.NextAsync())!);
        // Its statistics are there once it is final, and go with its incidents half an hour later.
        await Eventually.TrueAsync(async () => Advance(time) && (await server.Http.EntriesAsync("cup", "types=statistics-update")).Exists(entry => entry.Text("status") == "final"), "There are no statistics.");
        checker.CheckEntry(await server.Http.EntryAsync("cup", "statistics/1"));
        time.Jump(TimeSpan.FromMinutes(31));
        await Eventually.TrueAsync(async () => Advance(time) && (await server.Http.EntriesAsync("cup", "types=statistics-update,incident")).Count == 0, "They stay.");
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup/matches/2"));
        await Expect.SuccessAsync(await admin.SendAsync("PUT", "/api/events/cup/schedule?affectScored=true", """{"divisions":[{"id":1,"name":"One","pools":null}],"teams":[],"matches":[]}"""));
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/league"));

        foreach (var stream in new[] { alone, joined, room })
        {
            while (await stream.NextAsync() is { } item)
                checker.Check(item);
        }

        var page = await server.Http.GetAsync("/api/feed?topic=events/cup").JsonAsync();
        Assert.All(page.GetProperty("topics")[0].GetProperty("entries").EnumerateArray(), checker.CheckEntry);
        Assert.Equal(
            EntryShapes.All.SelectMany(shape => shape.Removed is null ? [shape.Type] : new[] { shape.Type, $"-{shape.Type}" }).Concat(["snapshot", "bye", "topic-closed", "presence", "typing"]).Order(StringComparer.Ordinal),
            checker.Seen.Order(StringComparer.Ordinal));
    }

    private static async Task PlayAsync(ApiUser admin)
    {
        await Expect.SuccessAsync(await admin.SendAsync("PUT", "/api/events/cup/schedule", Schedule));
        await Expect.SuccessAsync(await admin.SendAsync("PUT", "/api/events/cup/teams/1/players", """{"players":[{"id":1,"name":"Ada Lovelace","number":"7"}]}"""));
        var announcement = (await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/announcements", new { text = "Gates open", courtId = 1, until = "2099-07-04T10:00:00Z" }))).Text("id");
        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/announcements/{announcement}"));
        await admin.ClaimAsync("cup", 1);
        await Expect.SuccessAsync(await admin.SendAsync("PUT", "/api/events/cup/matches/1/lineups/1", """{"players":[{"person":1,"roles":["captain"]}]}"""));
        await Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/matches/1/clock", new { period = 1, state = "running", elapsedMs = 0, added = 2, clientUpdateId = "c1" }));
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0, clientUpdateId: "s1"));
        await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/matches/1/incidents", new { kind = "goal", side = 1, period = 1, minute = 45, added = 2, person = 1, detail = "Header" }));
        var retracted = await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/matches/1/incidents", new { kind = "yellowCard", side = 2, minute = 30, person = "Number 4" }));
        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/incidents/{retracted.Text("id")}"));
        await Expect.SuccessAsync(await admin.SendAsync("POST", "/api/events/cup/scores", """{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"final"}"""));
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup/claims/1"));
    }

    private static bool Advance(TestTime time)
    {
        time.Advance(TimeSpan.FromSeconds(30));
        return true;
    }
}
