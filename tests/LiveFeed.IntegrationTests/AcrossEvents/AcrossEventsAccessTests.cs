using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.AcrossEvents;

/// <summary>What a reader gets of events that not everybody may read.</summary>
public sealed class AcrossEventsAccessTests : IAsyncLifetime
{
    private const string Schedule = """{"teams":[{"id":1,"name":"Red"},{"id":2,"name":"Blue"}],"matches":[{"id":1,"team1Id":1,"team2Id":2}]}""";

    private readonly TwoNewest server = new();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_private_event_never_counts_for_a_stranger()
    {
        var (open, closed) = (await PlayedAsync("public", 1), await PlayedAsync("members", 2));

        Assert.Equal([open], await EventsAsync(server.Nobody, ""));
        Assert.Equal([open], await EventsAsync(server.Stranger.Http, ""));
        Assert.Equal([open, closed], await EventsAsync(server.Media.Http, ""));
        Assert.Equal([open, closed], await EventsAsync(server.Admin.Http, ""));
        Assert.Equal(1, (await server.Stranger.Http.LeaderboardAsync("")).Items().First().Number("won"));
        Assert.Equal(2, (await server.Media.Http.LeaderboardAsync("")).Items().First().Number("won"));
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/leaderboards?event={open}&event={closed}"), 401, "token_required");
        await Expect.ProblemAsync(await server.Stranger.Http.GetAsync($"/api/leaderboards?event={closed}&sport=tennis"), 403, "not_a_member");
        await Expect.ProblemAsync(await server.Admin.Http.GetAsync($"/api/leaderboards?event={open}&event=none"), 404, "event_not_found");
    }

    [Fact]
    public async Task An_event_that_is_closed_counts_no_more_for_those_who_were_counting_it()
    {
        var (one, other) = (await PlayedAsync("public", 1), await PlayedAsync("public", 2));
        Assert.Equal([one, other], await EventsAsync(server.Nobody, ""));

        await Expect.SuccessAsync(await server.Admin.PatchAsync($"/api/events/{one}", new { visibility = "members" }));
        Assert.Equal([other], await EventsAsync(server.Nobody, ""));
        await Expect.SuccessAsync(await server.Admin.DeleteAsync($"/api/events/{other}"));
        Assert.Empty(await EventsAsync(server.Nobody, ""));
        Assert.Equal([one], await EventsAsync(server.Media.Http, ""));
    }

    [Fact]
    public async Task Without_names_only_the_newest_events_of_the_sport_count()
    {
        var (oldest, football, newest, middle) = (await PlayedAsync("public", 1), await PlayedAsync("public", 2, "football"), await PlayedAsync("public", 8), await PlayedAsync("public", 4));

        Assert.Equal([middle, newest], await EventsAsync(server.Nobody, ""));
        Assert.Equal([football], await EventsAsync(server.Nobody, "sport=football"));
        Assert.Equal([oldest, middle, newest], await EventsAsync(server.Nobody, $"event={newest}&event={oldest}&event={middle}"));
    }

    private async Task<string> PlayedAsync(string visibility, int month, string sport = "generic")
    {
        var id = await server.PlannedAsync(Schedule, sport, visibility, $"2026-0{month}-04T08:00:00Z");
        await server.PlayAsync(id, 1, "2-1");
        return id;
    }

    private static async Task<IEnumerable<string?>> EventsAsync(HttpClient reader, string query) =>
        (await reader.LeaderboardAsync(query)).GetProperty("events").EnumerateArray().Select(one => one.Text("id"));

    private sealed class TwoNewest : TimedServer
    {
        protected override string[] Settings => [.. base.Settings, "AcrossEvents:MaxNewest=2"];
    }
}
