using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Formats;

public sealed class FormatTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task Sports_and_presets_are_listed_for_everybody_with_every_default_written_out()
    {
        var list = await (await server.Nobody.GetAsync("/api/formats")).JsonAsync();

        var volleyball = list.GetProperty("sports").EnumerateArray().First(sport => sport.Text("name") == "volleyball");
        Assert.Equal(("point", "set"), (volleyball.Text("unit"), volleyball.Text("period")));
        var preset = list.GetProperty("presets").EnumerateArray().Single(one => one.Text("name") == "volleyball");
        Assert.Equal(
            """{"kind":"sets","preset":"volleyball","bestOf":5,"setTo":25,"lead":2,"decider":{"setTo":15,"lead":2},"playAll":false,"timed":false}""",
            preset.GetProperty("format").GetRawText());
        Assert.Equal(volleyball.GetProperty("format").GetRawText(), preset.GetProperty("format").GetRawText());
    }

    [Fact]
    public async Task Sports_are_listed_with_what_can_happen_in_their_matches_and_whether_it_needs_a_side()
    {
        var list = await (await server.Nobody.GetAsync("/api/formats")).JsonAsync();

        var beach = list.GetProperty("sports").EnumerateArray().First(sport => sport.Text("name") == "beach-volleyball");
        var incidents = beach.GetProperty("incidents").EnumerateArray().ToDictionary(incident => incident.Text("kind")!, incident => incident.GetProperty("needsSide").GetBoolean());
        Assert.True(incidents["timeOut"]);
        Assert.False(incidents["technicalTimeOut"]);
        Assert.DoesNotContain("substitution", incidents.Keys);
    }

    [Theory]
    [InlineData("\"volleyball-youth-21\"", "volleyball-youth-21", 3)]
    [InlineData("""{"kind":"sets","bestOf":1,"setTo":30,"lead":1}""", null, 1)]
    [InlineData("""{"kind":"sets","preset":"volleyball-youth-21","bestOf":3,"setTo":21,"decider":{"setTo":15}}""", "volleyball-youth-21", 3)]
    public async Task An_event_has_a_format_by_name_or_of_its_own(string format, string? preset, int bestOf)
    {
        var id = server.NewId();
        var created = await Expect.SuccessAsync(await server.Admin.SendAsync("POST", "/api/events", $$"""{"id":"{{id}}","name":"Cup","sport":"volleyball","format":{{format}}}"""));

        Assert.Equal(preset, created.GetProperty("format").TryGetProperty("preset", out var name) ? name.GetString() : null);
        Assert.Equal((bestOf, bestOf), (created.GetProperty("format").Number("bestOf"), created.Number("bestOf")));
        Assert.Equal(created.GetProperty("format").GetRawText(), (await server.Admin.GetAsync($"/api/events/{id}")).GetProperty("format").GetRawText());
    }

    [Fact]
    public async Task Formats_whose_minutes_are_counted_on_say_how_long_periods_last()
    {
        var list = await (await server.Nobody.GetAsync("/api/formats")).JsonAsync();
        var clocks = list.GetProperty("presets").EnumerateArray().ToDictionary(
            preset => preset.Text("name")!, preset => preset.GetProperty("format").TryGetProperty("clock", out var clock) ? clock.GetRawText() : null);
        Assert.Equal("""{"minutes":45,"overtimeMinutes":15}""", clocks["football-knockout"]);
        Assert.Equal("""{"minutes":30,"overtimeMinutes":5}""", clocks["handball"]);
        Assert.Null(clocks["basketball"]);

        // As earlier versions have written it.
        var id = server.NewId();
        const string Before = """{"kind":"sum","preset":"football-halves","periods":2,"overtime":false,"shootOut":0,"drawAllowed":true}""";
        var created = await Expect.SuccessAsync(await server.Admin.SendAsync("POST", "/api/events", $$"""{"id":"{{id}}","name":"Cup","sport":"football","format":{{Before}}}"""));
        Assert.Equal(45, created.GetProperty("format").GetProperty("clock").Number("minutes"));

        var own = await Expect.SuccessAsync(await server.Admin.SendAsync("PATCH", $"/api/events/{id}", """{"format":{"kind":"sum","periods":2,"clock":{"minutes":20}}}"""));
        Assert.Equal("""{"minutes":20,"overtimeMinutes":20}""", own.GetProperty("format").GetProperty("clock").GetRawText());
    }

    [Theory]
    [InlineData("""{"kind":"sum","periods":2,"clock":{"minutes":0}}""", "format.clock.minutes")]
    [InlineData("""{"kind":"sum","periods":2,"clock":{"minutes":45,"overtimeMinutes":201}}""", "format.clock.overtimeMinutes")]
    [InlineData("""{"kind":"sets","bestOf":3,"setTo":25,"clock":{"minutes":45}}""", "format.clock")]
    public async Task A_clock_that_can_not_be_is_rejected(string format, string place)
    {
        var id = await server.EventAsync(sport: "football");

        var problem = await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}", $$"""{"format":{{format}}}"""), 422, "invalid_format");

        Assert.Equal([place], problem.Positions());
    }

    [Fact]
    public async Task What_is_read_can_be_written_back()
    {
        var id = await server.EventAsync(sport: "tennis");
        var read = (await server.Admin.GetAsync($"/api/events/{id}")).GetProperty("format");

        var written = await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}", $$"""{"format":{{read.GetRawText()}}}"""));

        Assert.Equal(read.GetRawText(), written.GetProperty("format").GetRawText());
    }

    [Fact]
    public async Task Another_sport_brings_its_own_format_and_a_number_of_sets_replaces_a_format()
    {
        var id = server.NewId();
        await Expect.SuccessAsync(await server.Admin.PostAsync("/api/events", new { id, name = "Cup", sport = "volleyball", format = "volleyball-youth-21" }));

        var five = await Expect.SuccessAsync(await server.Admin.PatchAsync($"/api/events/{id}", new { bestOf = 5 }));
        Assert.Equal((25, 5), (five.GetProperty("format").Number("setTo"), five.GetProperty("format").Number("bestOf")));
        var football = await Expect.SuccessAsync(await server.Admin.PatchAsync($"/api/events/{id}", new { sport = "football" }));
        Assert.Equal(("sum", JsonValueKind.Null), (football.GetProperty("format").Text("kind"), football.GetProperty("bestOf").ValueKind));
    }

    [Fact]
    public async Task A_changed_format_judges_stored_scores_anew_and_followers_get_what_changed()
    {
        var id = await server.EventAsync(sport: "volleyball", bestOf: 3);
        await ScoreAsync(id, 1, "[[25,20],[20,25],[15,13]]", "inProgress");
        await ScoreAsync(id, 2, "[[25,20],[3,2]]", "inProgress");
        var cursor = (await server.Admin.GetAsync($"/api/events/{id}/feed")).Text("cursor");
        Assert.Equal(1, (await server.Admin.GetAsync($"/api/events/{id}/scores/1")).Number("winner"));

        await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{id}", new { format = "volleyball-three-sets-to-25" }));

        Assert.Equal(JsonValueKind.Null, (await server.Admin.GetAsync($"/api/events/{id}/scores/1")).GetProperty("winner").ValueKind);
        var entries = (await server.Admin.GetAsync($"/api/events/{id}/feed?after={cursor}")).GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(["event", "score/1"], entries.Select(entry => entry.Text("key")).Order(StringComparer.Ordinal));
        Assert.Equal(2, entries.Single(entry => entry.Text("key") == "score/1").Number("version"));
        Assert.Equal(2, (await server.Admin.GetAsync($"/api/events/{id}/scores/1/history")).Number("total"));
    }

    [Fact]
    public async Task A_format_that_a_stored_score_contradicts_is_rejected_and_nothing_changes()
    {
        var id = await server.EventAsync(sport: "volleyball", bestOf: 5);
        await ScoreAsync(id, 1, "[[25,20],[20,25],[25,20],[3,2]]", "inProgress");

        var problem = await Expect.ProblemAsync(await server.Organizer.PatchAsync($"/api/events/{id}", new { format = "volleyball-best-of-3" }), 409, "format_contradicts_scores");

        Assert.Equal(1, Assert.Single(problem.GetProperty("affected").EnumerateArray()).Number("matchId"));
        Assert.Equal(5, (await server.Admin.GetAsync($"/api/events/{id}")).GetProperty("format").Number("bestOf"));
        Assert.Equal(1, (await server.Admin.GetAsync($"/api/events/{id}/scores/1")).Number("version"));
    }

    [Fact]
    public async Task A_division_and_a_match_have_formats_of_their_own_and_the_narrowest_counts()
    {
        var id = await server.EventAsync(matches: 0, sport: "volleyball", bestOf: 3);
        await PutAsync(id, "");
        async Task<int?> SetToAsync(int matchId) =>
            (await server.Admin.GetAsync($"/api/events/{id}/matches/{matchId}")).TryGetProperty("format", out var format) ? format.GetProperty("setTo").GetInt32() : null;
        Assert.Equal([null, 21, 15], new[] { await SetToAsync(1), await SetToAsync(2), await SetToAsync(3) });
        await ScoreAsync(id, 1, "[[21,18],[1,0]]", "inProgress");
        await ScoreAsync(id, 2, "[[21,18]]", "inProgress");
        await ScoreAsync(id, 3, "[[15,12]]", "inProgress");

        var won = (await server.Admin.GetAsync($"/api/events/{id}/scores")).GetProperty("items").EnumerateArray().Select(score => score.GetProperty("setsWon").Number("team1"));

        // The first has left a set that didn't go to 25, which its leader has won for that reason.
        Assert.Equal([1, 1, 1], won);
    }

    [Fact]
    public async Task A_division_whose_format_changes_takes_its_matches_with_it_and_keeps_it_if_an_upload_says_nothing()
    {
        var id = await server.EventAsync(matches: 0, sport: "volleyball", bestOf: 3);
        await PutAsync(id, "");
        await ScoreAsync(id, 2, "[[21,18]]", "inProgress");
        var cursor = (await server.Admin.GetAsync($"/api/events/{id}/feed")).Text("cursor");

        await PutAsync(id, "", second: """{"id":2,"name":"Two","format":"volleyball-best-of-3"}""");

        var entries = (await server.Admin.GetAsync($"/api/events/{id}/feed?after={cursor}")).GetProperty("entries").EnumerateArray().Select(entry => entry.Text("key"));
        Assert.Equal(["match/2", "score/2"], entries.Order(StringComparer.Ordinal));
        Assert.Equal(0, (await server.Admin.GetAsync($"/api/events/{id}/scores/2")).GetProperty("setsWon").Number("team1"));
        await PutAsync(id, "", second: """{"id":2,"name":"Two"}""");
        Assert.Equal(25, (await server.Admin.GetAsync($"/api/events/{id}/matches/2")).GetProperty("format").Number("setTo"));
        await PutAsync(id, "", second: """{"id":2,"name":"Two","format":null}""");
        Assert.False((await server.Admin.GetAsync($"/api/events/{id}/matches/2")).TryGetProperty("format", out _));
    }

    [Fact]
    public async Task A_schedule_whose_formats_can_not_be_or_contradict_a_score_is_not_stored()
    {
        var id = await server.EventAsync(matches: 0, sport: "volleyball", bestOf: 3);
        await PutAsync(id, "");
        await ScoreAsync(id, 1, "[[25,20],[20,25],[3,1]]", "inProgress");

        var invalid = await Expect.ProblemAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", Body("chess", """{"id":2,"name":"Two","format":{"kind":"sum"}}""")), 422, "invalid_schedule");
        Assert.Equal(["divisions[1].format.periods", "matches[0].format"], invalid.Positions().Order(StringComparer.Ordinal));
        await Expect.ProblemAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", Body("volleyball-one-set", """{"id":2,"name":"Two"}""")), 409, "format_contradicts_scores");

        Assert.False((await server.Admin.GetAsync($"/api/events/{id}/matches/1")).TryGetProperty("format", out _));
    }

    private async Task PutAsync(string id, string format, string second = """{"id":2,"name":"Two","format":"volleyball-youth-21"}""") =>
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", Body(format, second)));

    private static string Body(string format, string second) => $$"""
        {"divisions":[{"id":1,"name":"One"},{{second}}],"matches":[
        {"id":1,"divisionId":1,"team1Label":"a","team2Label":"b"{{(format.Length > 0 ? $",\"format\":\"{format}\"" : "")}}},
        {"id":2,"divisionId":2,"team1Label":"a","team2Label":"b"},
        {"id":3,"divisionId":2,"team1Label":"a","team2Label":"b","format":{"kind":"sets","bestOf":1,"setTo":15} }]}
        """;

    private async Task ScoreAsync(string id, int matchId, string sets, string status)
    {
        await server.Media.ClaimAsync(id, matchId);
        var pairs = JsonDocument.Parse(sets).RootElement.EnumerateArray().Select(set => new { team1 = set[0].GetInt32(), team2 = set[1].GetInt32() });
        await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/scores", new { matchId, sets = pairs, status }));
    }
}
