using System.IO.Compression;
using System.Text;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.People;

/// <summary>What readers get of people's names, by the event's setting.</summary>
public sealed class PublishedNamesTests(PublishedNamesServer server) : IClassFixture<PublishedNamesServer>
{
    /// <summary>Parts of every name in the event. None of them is in anything else.</summary>
    private static readonly string[] Names = ["Quimby", "Zbigniew", "Yolanda", "Xanthe", "Wotan", "Verena", "Ulrike"];

    private static readonly string[] Reads =
    [
        "", "/schedule", "/matches", "/matches/1", "/teams", "/teams/1", "/teams/1/players", "/teams/1/players/1", "/teams/2/players", "/matches/1/lineups", "/matches/1/lineups/1", "/matches/1/lineups/2",
        "/matches/1/incidents", "/matches/1/incidents?retracted=true", "/scores", "/scores/1", "/scores/1/history", "/statistics/1", "/standings", "/brackets", "/claims", "/courts/1",
        "/divisions/1", "/matches/1/clock", "/feed", "/exports/schedule.csv", "/exports/schedule.xlsx", "/exports/results.csv", "/exports/results.xlsx", "/calendar.ics",
    ];

    [Fact]
    public async Task Nothing_that_readers_get_of_an_event_without_names_has_one()
    {
        var id = await EventAsync("none");
        await using var stream = await StreamClient.OpenAsync(server.Nobody, $"/api/events/{id}/stream");
        await stream.NextAsync();
        var incident = await FillAsync(id);

        await AssertNamelessAsync(id, incident);

        // Every entry, from the first one on, as it is stored and as it was sent.
        await AssertNamelessAsync($"/api/events/{id}/feed?limit=1000&after={await BeginningAsync(id)}");
        for (var message = await stream.NextAsync(); ; message = await stream.NextAsync())
        {
            HasNoName("stream", message!.Data.GetRawText());
            if (message.Data.Text("type") == "lineup-update" && message.Data.Number("side") == 2)
                break;
        }
    }

    [Fact]
    public async Task Who_keeps_score_or_manages_the_event_sees_full_names()
    {
        var id = await EventAsync("none");
        var incident = await FillAsync(id);

        foreach (var user in new[] { server.Organizer, server.Admin, server.Media, server.Coach })
        {
            Assert.Equal(["Quimby Ada", "Zbigniew Bea"], (await user.Http.GetAsync($"/api/events/{id}/teams/1/players").JsonAsync()).Items().Select(player => player.Text("name")));
            Assert.Equal("Xanthe Whistle", (await user.Http.GetAsync($"/api/events/{id}/matches/1").JsonAsync()).GetProperty("officials")[0].Text("name"));
            Assert.Equal(("Quimby Ada", "Wotan"), ((await user.Http.GetAsync($"/api/events/{id}/incidents/{incident}").JsonAsync()).Text("person"), (await user.Http.GetAsync($"/api/events/{id}/incidents/{incident}").JsonAsync()).Text("person2")));
            Assert.Equal("Verena Text", (await user.Http.GetAsync($"/api/events/{id}/matches/1/lineups/1").JsonAsync()).GetProperty("players")[1].Text("name"));
        }

        foreach (var path in Reads)
            await AssertNamelessAsync($"/api/events/{id}{path}", server.Spectator.Http);
        // Neither a shared cache nor a browser in which somebody has signed out confirms one by the other.
        foreach (var path in new[] { "/schedule", "/matches", "/matches/1", "/teams/1/players", "/matches/1/incidents", "/matches/1/lineups", "/matches/1/lineups/1" })
        {
            var full = await server.Organizer.Http.GetAsync($"/api/events/{id}{path}");
            Assert.NotEqual(full.Header("ETag"), (await server.Nobody.GetAsync($"/api/events/{id}{path}")).Header("ETag"));
            Assert.Equal(304, (int)(await server.Organizer.SendAsync("GET", $"/api/events/{id}{path}", null, ("If-None-Match", full.Header("ETag")!))).StatusCode);
        }
    }

    [Fact]
    public async Task Numbers_and_initials_stay_as_far_as_they_are_published()
    {
        var id = await EventAsync("initials");
        var incident = await FillAsync(id);

        Assert.Equal([("Q. A.", "7"), ("Z. B.", null)], (await server.Nobody.GetAsync($"/api/events/{id}/teams/1/players").JsonAsync()).Items().Select(player => (player.Text("name")!, player.TextOrNull("number"))));
        var entry = await server.Nobody.EntryAsync(id, $"incident/{incident}");
        Assert.Equal(("Q. A.", "7", 1, "W."), (entry.Text("person"), entry.Text("personNumber"), entry.Number("personId"), entry.Text("person2")));
        Assert.Equal("""[{"duty":"referee","name":"X. W."}]""", (await server.Nobody.EntryAsync(id, "match/1")).GetProperty("officials").GetRawText());

        await SetAsync(id, "none");
        entry = await server.Nobody.EntryAsync(id, $"incident/{incident}");
        Assert.Equal((null, "7", 1, null), (entry.TextOrNull("person"), entry.Text("personNumber"), entry.Number("personId"), entry.TextOrNull("person2")));
        Assert.Equal([null, null], (await server.Nobody.GetAsync($"/api/events/{id}/teams/1/players").JsonAsync()).Items().Select(player => player.TextOrNull("name")));
    }

    [Fact]
    public async Task When_less_is_published_everything_is_published_anew_and_the_names_leave_the_log()
    {
        var id = await EventAsync("full");
        var incident = await FillAsync(id);
        var before = await server.Nobody.CursorAsync(id);
        Assert.Contains("Quimby", (await server.Nobody.GetAsync($"/api/events/{id}/feed?limit=1000&after={await BeginningAsync(id)}").JsonAsync()).GetRawText(), StringComparison.Ordinal);
        await using var stream = await StreamClient.OpenAsync(server.Nobody, $"/api/events/{id}/stream");
        await stream.NextAsync();

        await SetAsync(id, "none");

        // At once, everything of the present.
        await AssertNamelessAsync(id, incident);
        var page = await server.Nobody.GetAsync($"/api/events/{id}/feed?after={before}").JsonAsync();
        Assert.Superset(new HashSet<string?> { "event", "match/1", $"incident/{incident}" }, page.GetProperty("entries").EnumerateArray().Select(entry => entry.TextOrNull("key")).ToHashSet());
        // Soon, everything of the past: no position brings names, be it an earlier one or an invented one.
        var reset = "";
        while (reset != "other-epoch")
        {
            var message = (await stream.NextAsync())!.Data;
            HasNoName("stream", message.GetRawText());
            reset = message.TextOrNull("reset") ?? "";
        }

        var epoch = await EpochAsync(id);
        foreach (var cursor in new[] { before, $"{epoch}.0", $"{epoch}.1", $"{epoch}.{FeedRequests.SequenceOf(before)}" })
            await AssertNamelessAsync($"/api/events/{id}/feed?limit=1000&after={cursor}");
        await using var replay = await StreamClient.OpenAsync(server.Nobody, $"/api/events/{id}/stream?speed=1000");
        while (await replay.NextAsync() is { } replayed)
            HasNoName("replay", replayed.Data.GetRawText());
    }

    [Fact]
    public async Task When_more_is_published_readers_get_the_names()
    {
        var id = await EventAsync("none");
        var incident = await FillAsync(id);

        await SetAsync(id, "full");

        Assert.Equal("Quimby Ada", (await server.Nobody.EntryAsync(id, $"incident/{incident}")).Text("person"));
        Assert.Equal("Xanthe Whistle", (await server.Nobody.EntryAsync(id, "match/1")).GetProperty("officials")[0].Text("name"));
        Assert.Equal("Quimby Ada", (await server.Nobody.GetAsync($"/api/events/{id}/teams/1/players/1").JsonAsync()).Text("name"));
        Assert.Equal("full", (await server.Nobody.EntryAsync(id, "event")).Text("publicNames"));
    }

    private static void HasNoName(string what, string text)
    {
        foreach (var name in Names)
            Assert.False(text.Contains(name, StringComparison.OrdinalIgnoreCase), $"{what} has {name}: {text}");
    }

    private async Task AssertNamelessAsync(string id, string incident)
    {
        foreach (var path in Reads.Append($"/incidents/{incident}"))
            await AssertNamelessAsync($"/api/events/{id}{path}", server.Nobody);
    }

    private Task AssertNamelessAsync(string path) => AssertNamelessAsync(path, server.Nobody);

    private static async Task AssertNamelessAsync(string path, HttpClient reader)
    {
        var response = await reader.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        HasNoName(path, await TextAsync(path, await response.Content.ReadAsByteArrayAsync()));
    }

    private static async Task<string> TextAsync(string path, byte[] content)
    {
        if (!path.EndsWith(".xlsx", StringComparison.Ordinal))
            return Encoding.UTF8.GetString(content);
        var text = new StringBuilder();
        await using var workbook = new ZipArchive(new MemoryStream(content));
        foreach (var part in workbook.Entries)
        {
            using var reader = new StreamReader(await part.OpenAsync());
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    private async Task<string> EpochAsync(string id) => (await server.Nobody.CursorAsync(id)).Split('.')[0];

    private async Task<string> BeginningAsync(string id) => await EpochAsync(id) + ".0";

    private async Task<JsonElement> SetAsync(string id, string setting) =>
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}", new { publicNames = setting }));

    private async Task<string> EventAsync(string setting)
    {
        var id = await server.EventAsync(sport: "football");
        var epoch = await EpochAsync(id);
        Assert.Equal(setting, (await SetAsync(id, setting)).Text("publicNames"));
        // What is written while the log is replaced comes a moment later.
        if (setting != "full")
            await Eventually.TrueAsync(async () => await EpochAsync(id) != epoch);
        return id;
    }

    /// <summary>Gives an event players, officials, line-ups and incidents, each by one of the ways that there are. Returns the id of an incident.</summary>
    private async Task<string> FillAsync(string id)
    {
        await Expect.SuccessAsync(await server.Organizer.PutAsync($"/api/events/{id}/teams/1/players", new { players = new object[] { new { id = 1, name = "Quimby Ada", number = "7", userId = server.Stranger.Id }, new { id = 2, name = "Zbigniew Bea" } } }));
        var schedule = await server.Organizer.Http.GetAsync($"/api/events/{id}/schedule").JsonAsync();
        var plan = schedule.GetRawText().Replace("\"name\":\"Team 2\"", "\"name\":\"Team 2\",\"players\":[{\"id\":3,\"name\":\"Yolanda Cleo\"}]", StringComparison.Ordinal);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", plan));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/1", new { officials = new object[] { new { duty = "referee", name = "Xanthe Whistle" }, new { duty = "scorekeeper", userId = server.Stranger.Id } } }));
        // So that brackets have match 1.
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/2", """{"team1Id":null,"team1Label":"Winner","team1From":{"winnerOf":1}}"""));
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0));
        await Expect.SuccessAsync(await server.Media.PutAsync($"/api/events/{id}/matches/1/clock", new { period = 1, state = "running", elapsedMs = 0 }));
        var incident = await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/matches/1/incidents", new { kind = "goal", side = 1, person = 1, person2 = "Wotan" }));
        Assert.Equal(("Quimby Ada", "Wotan"), (incident.Text("person"), incident.Text("person2")));
        var retracted = await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/matches/1/incidents", new { kind = "injury", side = 2, person = "Ulrike" }));
        await Expect.SuccessAsync(await server.Media.DeleteAsync($"/api/events/{id}/incidents/{retracted.Text("id")}"));
        await Expect.SuccessAsync(await server.Media.PutAsync($"/api/events/{id}/matches/1/lineups/1", new { players = new object[] { new { person = 1 }, new { person = "Verena Text" } } }));
        await Expect.SuccessAsync(await server.Media.PutAsync($"/api/events/{id}/matches/1/lineups/2", new { players = new object[] { new { person = 3 } } }));
        return incident.Text("id")!;
    }
}

/// <summary>A server that looks for jobs often.</summary>
public sealed class PublishedNamesServer : ContractServer
{
    protected override string[] Settings => ["Jobs:PollEvery=00:00:00.100"];
}
