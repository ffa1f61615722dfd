using System.Net;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Announcements;

public sealed class AnnouncementTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task What_an_organizer_announces_everybody_reads_in_the_list_and_in_the_feed()
    {
        var id = await server.EventAsync();
        var until = server.Time.GetUtcNow().AddHours(1);

        var response = await server.Organizer.PostAsync(Path(id), new { text = "  Court 1 is wet. ", courtId = 1, until });

        var location = response.Headers.Location!.ToString();
        var made = await Expect.SuccessAsync(response);
        Assert.Equal($"{Path(id)}/{made.Text("id")}", location);
        foreach (var shown in new[] { made, (await server.Nobody.GetAsync(Path(id)).JsonAsync()).Items().Single(), await server.Nobody.GetAsync(location).JsonAsync(), await EntryAsync(id, made) })
        {
            Assert.Equal((made.Text("id"), "Court 1 is wet.", 1, until), (shown.Text("id"), shown.Text("text"), shown.Number("courtId"), shown.When("until")));
            Assert.Equal(("Olga Organizer", server.Organizer.Id, server.Time.GetUtcNow()), (shown.GetProperty("by").Text("name"), shown.GetProperty("by").Text("id"), shown.When("at")));
        }

        Assert.Equal("announcement", (await EntryAsync(id, made)).Text("type"));
    }

    [Fact]
    public async Task One_without_a_court_and_a_time_leaves_both_out()
    {
        var id = await server.EventAsync();

        var entry = await EntryAsync(id, await AnnounceAsync(id, "Rain"));

        Assert.False(entry.TryGetProperty("courtId", out _));
        Assert.False(entry.TryGetProperty("until", out _));
    }

    [Theory]
    [InlineData("""{"text":""}""", 400, "invalid_request", "text")]
    [InlineData("""{"text":"two\nlines"}""", 400, "invalid_request", "text")]
    [InlineData("""{"text":"Rain","until":"2026-07-04T12:00:00Z"}""", 400, "invalid_request", "until")]
    [InlineData("""{"text":"Rain","courtId":77}""", 404, "court_not_found", null)]
    public async Task What_can_not_be_announced_is_rejected_with_its_reason(string body, int status, string code, string? field)
    {
        var id = await server.EventAsync();

        var problem = await Expect.ProblemAsync(await server.Organizer.PostJsonAsync(Path(id), body), status, code);

        if (field is not null)
            Assert.Equal([field], problem.Positions());
        Assert.Empty((await server.Nobody.GetAsync(Path(id)).JsonAsync()).Items());
    }

    [Theory]
    [InlineData("matches=1")]
    [InlineData("teams=77")]
    [InlineData("divisions=1")]
    [InlineData("types=announcement")]
    public async Task An_announcement_concerns_the_readers_of_any_match_team_and_division(string filter)
    {
        var id = await server.EventAsync();
        await AnnounceAsync(id, "Court 1 is wet.", courtId: 1);

        Assert.Contains(await server.Nobody.EntriesAsync(id, filter), entry => entry.Text("type") == "announcement");
        Assert.DoesNotContain(await server.Nobody.EntriesAsync(id, "types=score-update"), entry => entry.Text("type") == "announcement");
    }

    [Fact]
    public async Task One_that_is_deleted_leaves_its_readers_and_the_snapshot()
    {
        var id = await server.EventAsync();
        var made = await AnnounceAsync(id, "Rain", until: TimeSpan.FromHours(1));
        var cursor = await server.Nobody.CursorAsync(id);
        await using var stream = await StreamClient.OpenAsync(server.Nobody, $"/api/events/{id}/stream?matches=1", cursor);

        Assert.Equal(HttpStatusCode.NoContent, (await server.Organizer.DeleteAsync($"{Path(id)}/{made.Text("id")}")).StatusCode);

        var gone = (await stream.NextAsync())!.Data;
        Assert.Equal(("announcement", $"announcement/{made.Text("id")}", made.Text("id"), true), (gone.Text("type"), gone.Text("key"), gone.Text("id"), gone.IsRemoved()));
        await GoneAsync(id, made);
        await Expect.ProblemAsync(await server.Organizer.DeleteAsync($"{Path(id)}/{made.Text("id")}"), 404, "announcement_not_found");
        // Nothing is left to be done at its time.
        Assert.Equal(0, await JobsAsync(made));
    }

    [Fact]
    public async Task One_with_a_time_ends_then_and_no_earlier()
    {
        var id = await server.EventAsync();
        var made = await AnnounceAsync(id, "Rain", until: TimeSpan.FromMinutes(10));
        var cursor = await server.Nobody.CursorAsync(id);
        await using var stream = await StreamClient.OpenAsync(server.Nobody, $"/api/events/{id}/stream", cursor);
        server.Time.Jump(TimeSpan.FromMinutes(5));
        // The job of another announcement is done in the meantime.
        var other = await AnnounceAsync(id, "Fog", until: TimeSpan.FromSeconds(2));
        await Eventually.TrueAsync(async () => Advance() && await JobsAsync(other) == 0);
        Assert.Equal(made.Text("id"), (await server.Nobody.GetAsync(Path(id)).JsonAsync()).Items().Single().Text("id"));

        await Eventually.TrueAsync(async () => Advance() && await JobsAsync(made) == 0);

        var gone = (await stream.UntilAsync(item => item.Data.IsRemoved() && item.Data.Text("id") == made.Text("id"))).Data;
        // The clock goes on while the machine gets to it.
        Assert.InRange(gone.When("at") - made.When("until"), TimeSpan.Zero, TimeSpan.FromHours(1));
        await GoneAsync(id, made);
    }

    [Fact]
    public async Task A_reader_who_comes_back_gets_what_was_announced_and_deleted_in_between()
    {
        var id = await server.EventAsync();
        var before = await server.Nobody.CursorAsync(id);
        var first = await AnnounceAsync(id, "Rain");
        var second = await AnnounceAsync(id, "Sun");
        await Expect.SuccessAsync(await server.Organizer.DeleteAsync($"{Path(id)}/{first.Text("id")}"));

        await using var stream = await StreamClient.OpenAsync(server.Nobody, $"/api/events/{id}/stream", before);
        var missed = new List<(string?, bool)>();
        while (missed.Count < 3)
        {
            var entry = (await stream.NextAsync())!.Data;
            missed.Add((entry.Text("id"), entry.IsRemoved()));
        }

        Assert.Equal([(first.Text("id"), false), (second.Text("id"), false), (first.Text("id"), true)], missed);
    }

    [Fact]
    public async Task The_newest_is_first_in_the_list()
    {
        var id = await server.EventAsync();
        foreach (var text in new[] { "One", "Two", "Three" })
        {
            await AnnounceAsync(id, text);
            server.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["Three", "Two", "One"], (await server.Nobody.GetAsync(Path(id)).JsonAsync()).Items().Select(one => one.Text("text")));
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_announces_once()
    {
        var id = await server.EventAsync();
        var first = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", Path(id), new { text = "Rain" }, ("Idempotency-Key", "once")));

        var repeat = await server.Organizer.SendAsync("POST", Path(id), new { text = "Rain" }, ("Idempotency-Key", "once"));

        Assert.Equal("true", repeat.Header("Idempotency-Replayed"));
        Assert.Equal(first.Text("id"), (await repeat.JsonAsync()).Text("id"));
        Assert.Single((await server.Nobody.GetAsync(Path(id)).JsonAsync()).Items());
    }

    [Fact]
    public async Task An_event_has_at_most_twenty_at_once()
    {
        var id = await server.EventAsync();
        var first = await AnnounceAsync(id, "1");
        for (var number = 2; number <= 20; number++)
            await AnnounceAsync(id, $"{number}");

        Assert.Contains("20", (await Expect.ProblemAsync(await server.Organizer.PostAsync(Path(id), new { text = "21" }), 409, "limit_reached")).Text("detail"));
        await Expect.SuccessAsync(await server.Organizer.DeleteAsync($"{Path(id)}/{first.Text("id")}"));
        await AnnounceAsync(id, "21");
    }

    [Fact]
    public async Task In_an_archived_event_nobody_announces_or_deletes_but_time_goes_on()
    {
        var id = await server.EventAsync();
        var made = await AnnounceAsync(id, "Rain", until: TimeSpan.FromSeconds(5));
        var other = await AnnounceAsync(id, "Thank you all");
        await Expect.SuccessAsync(await server.Admin.PatchAsync($"/api/events/{id}", new { archived = true }));

        await Expect.ProblemAsync(await server.Admin.PostAsync(Path(id), new { text = "More" }), 409, "event_archived");
        await Expect.ProblemAsync(await server.Admin.DeleteAsync($"{Path(id)}/{other.Text("id")}"), 409, "event_archived");

        await Eventually.TrueAsync(async () => Advance() && await JobsAsync(made) == 0);
        Assert.Equal(other.Text("id"), (await server.Nobody.GetAsync(Path(id)).JsonAsync()).Items().Single().Text("id"));
    }

    [Fact]
    public async Task Announcements_go_with_their_event()
    {
        var id = await server.EventAsync();
        var made = await AnnounceAsync(id, "Rain", until: TimeSpan.FromSeconds(5));

        await Expect.SuccessAsync(await server.Admin.DeleteAsync($"/api/events/{id}"));

        Assert.Equal(0, await TestDatabase.CountAsync(server.Server.DataDirectory, $"SELECT count(*) FROM announcements WHERE event_id = '{id}'"));
        await Eventually.TrueAsync(async () => Advance() && await JobsAsync(made) == 0);
        Assert.Empty(server.NewFailures());
    }

    private static string Path(string id) => $"/api/events/{id}/announcements";

    private bool Advance()
    {
        server.Time.Advance(TimeSpan.FromSeconds(1));
        return true;
    }

    private async Task<JsonElement> AnnounceAsync(string id, string text, int? courtId = null, TimeSpan? until = null) =>
        await Expect.SuccessAsync(await server.Organizer.PostAsync(Path(id), new { text, courtId, until = server.Time.GetUtcNow() + until }));

    private Task<JsonElement> EntryAsync(string id, JsonElement made) => server.Nobody.EntryAsync(id, $"announcement/{made.Text("id")}");

    private Task<long> JobsAsync(JsonElement made) =>
        TestDatabase.CountAsync(server.Server.DataDirectory, $"SELECT count(*) FROM jobs WHERE id = 'announcement-end/{made.Text("id")}'");

    private async Task GoneAsync(string id, JsonElement made)
    {
        Assert.DoesNotContain(await server.Nobody.EntriesAsync(id), entry => entry.Text("key") == $"announcement/{made.Text("id")}");
        Assert.DoesNotContain((await server.Nobody.GetAsync(Path(id)).JsonAsync()).Items(), one => one.Text("id") == made.Text("id"));
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"{Path(id)}/{made.Text("id")}"), 404, "announcement_not_found");
    }
}
