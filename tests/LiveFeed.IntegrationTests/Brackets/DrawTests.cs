using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Brackets;

/// <summary>Draws that organizers make, and those that can't be made. Each event has the division Women with the teams 1 to 8, one without teams, and one with a pool of one team.</summary>
public sealed class DrawTests(TimedServer server) : IClassFixture<TimedServer>
{
    private const string Eight = """[{"id":1,"seed":1},{"id":2,"seed":2},{"id":3,"seed":3},{"id":4,"seed":4},{"id":5},{"id":6},{"id":7},{"id":8}]""";

    [Fact]
    public async Task The_best_seeds_are_far_apart_and_have_the_byes()
    {
        var id = await CupAsync();

        var draw = await MakeAsync(id, """{"divisionId":1,"kind":"singleElimination","teams":[{"id":8,"seed":2},{"id":7},{"id":6,"seed":1},{"id":5},{"id":4},{"name":" Blue  team "}],"thirdPlace":true}""");

        // 6 and 8 are seeded; 7, 5 and 4 follow as they are listed, and the new team is the last.
        Assert.Equal(["1 M1: 5 4", "2 M2: 7 9", "3 M3: 6 Winner of M1", "4 M4: 8 Winner of M2", "5 M5: Loser of M3 Loser of M4", "6 M6: Winner of M3 Winner of M4"], Matches(draw));
        Assert.Equal("""[{"id":9,"name":"Blue  team","divisionId":1}]""", draw.GetProperty("teams").GetRawText());
        Assert.Equal((0, 0), (draw.GetProperty("pools").GetArrayLength(), draw.Number("warningCount")));
        Assert.Equal(draw.GetProperty("matches").GetRawText(), $"[{string.Join(',', (await server.Admin.GetAsync($"/api/events/{id}/matches?division=1")).Items().Select(match => match.GetRawText()))}]");
        Assert.Equal("Quarter-finals 1@2 2@4; Semi-finals 3@1 4@2; Final 6@1; Match for third place 5@1", await BracketAsync(id));
    }

    [Fact]
    public async Task A_double_elimination_ends_with_a_grand_final_and_is_numbered_as_the_organizer_wants()
    {
        var id = await CupAsync();

        var draw = await MakeAsync(id, """{"divisionId":1,"kind":"doubleElimination","teams":[{"id":1},{"id":2},{"id":3},{"id":4}],"resetFinal":true,"numberPrefix":"W-","firstNumber":101}""");

        Assert.Equal(["W-101", "W-102", "W-103", "W-104", "W-105", "W-106", "W-107"], draw.GetProperty("matches").EnumerateArray().Select(match => match.Text("number")));
        Assert.Equal("Winner of W-106", draw.GetProperty("matches")[6].Text("team1Label"));
        Assert.Equal("Winners' semi-finals 1@1 2@2; Winners' final 4@1; Losers' round 1 3@1; Losers' final 5@1; Grand final 6@1; Second grand final 7@1", await BracketAsync(id));
    }

    [Fact]
    public async Task A_round_robin_is_one_pool_whose_table_has_the_name_of_the_division()
    {
        var id = await CupAsync();

        var draw = await MakeAsync(id, """{"divisionId":1,"kind":"roundRobin","teams":[{"id":1},{"id":2},{"id":3},{"name":"New"}],"legs":2}""");

        Assert.Equal("""[{"id":"1-A","name":"Women","teams":[1,2,3,9]}]""", draw.GetProperty("pools").GetRawText());
        Assert.Equal((12, 12), (draw.GetProperty("matches").GetArrayLength(), draw.GetProperty("matches").EnumerateArray().Count(match => match.Text("pool") == "1-A")));
        var table = (await server.Admin.GetAsync($"/api/events/{id}/standings?division=1")).Items().Single();
        Assert.Equal(("Women", 4), (table.Text("name"), table.GetProperty("rows").GetArrayLength()));
        Assert.Equal("", await BracketAsync(id));
    }

    [Fact]
    public async Task Pools_lead_to_a_bracket_of_the_best_of_each()
    {
        var id = await CupAsync();

        var draw = await MakeAsync(id, $$"""{"divisionId":1,"kind":"pools","teams":{{Eight}},"poolSize":4,"advancing":2,"thirdPlace":true}""");

        Assert.Equal("""[{"id":"1-A","name":"Pool A","teams":[1,4,5,8]},{"id":"1-B","name":"Pool B","teams":[2,3,6,7]}]""", draw.GetProperty("pools").GetRawText());
        Assert.Equal(["13 M13: 1st Pool A 2nd Pool B", "14 M14: 1st Pool B 2nd Pool A", "15 M15: Loser of M13 Loser of M14", "16 M16: Winner of M13 Winner of M14"], Matches(draw).Skip(12));
        Assert.Equal("Semi-finals 13@1 14@2; Final 16@1; Match for third place 15@1", await BracketAsync(id));
        // A second draw finds letters that are free.
        var more = await MakeAsync(id, """{"divisionId":1,"kind":"pools","add":true,"teams":[{"name":"a"},{"name":"b"},{"name":"c"},{"name":"d"}],"poolCount":2}""");
        Assert.Equal(["1-C", "1-D"], more.GetProperty("pools").EnumerateArray().Select(pool => pool.Text("id")));
    }

    [Fact]
    public async Task The_best_of_pools_that_are_over_are_filled_in_at_once_and_a_follower_hears_each_match_once()
    {
        var id = await CupAsync();
        await MakeAsync(id, """{"divisionId":1,"kind":"pools","teams":[{"id":1},{"id":2},{"id":3},{"id":4}],"poolCount":2}""");
        foreach (var match in new[] { 1, 2 })
        {
            await server.Media.ClaimAsync(id, match);
            await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, 25, 20, "final"));
        }

        var cursor = await server.Admin.Http.CursorAsync(id);
        const string body = """{"divisionId":1,"kind":"singleElimination","fromPools":{"first":2},"thirdPlace":true}""";
        var preview = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/draws/preview", body));
        // The matches of the pools are no obstacle.
        var draw = await MakeAsync(id, body);

        var entries = await server.Admin.Http.EntriesAsync(id, $"after={cursor}");
        Assert.Equal(["match/3", "match/4", "match/5", "match/6"], entries.Select(entry => entry.Text("key")).Order(StringComparer.Ordinal));
        Assert.Equal(draw.GetRawText(), preview.GetRawText());
        Assert.Equal(["3 M3: 1 3", "4 M4: 2 4"], Matches(draw).Take(2));
        Assert.Equal(["3 M3: 1 3", "4 M4: 2 4"], Matches(await server.Admin.GetAsync($"/api/events/{id}/matches"), "items").Where(match => match[0] is '3' or '4'));
        await RejectedAsync(id, """{"divisionId":1,"kind":"singleElimination","fromPools":{"first":1}}""", 409, "division_has_matches");
    }

    [Fact]
    public async Task A_preview_returns_what_the_draw_returns_and_changes_nothing()
    {
        var id = await CupAsync();
        var body = $$"""{"divisionId":1,"kind":"pools","teams":[{"name":"New","group":"x"},{"id":1},{"id":2},{"id":3},{"id":4}],"poolCount":2,"advancing":2}""";
        var cursor = await server.Admin.Http.CursorAsync(id);

        var preview = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/draws/preview", body));

        Assert.Equal(cursor, await server.Admin.Http.CursorAsync(id));
        Assert.Empty((await server.Admin.GetAsync($"/api/events/{id}/matches")).Items());
        Assert.Equal((await MakeAsync(id, body)).GetRawText(), preview.GetRawText());
        await Expect.ProblemAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/draws/preview", body), 422, "invalid_draw");
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_returns_the_first_response_and_makes_nothing()
    {
        var id = await CupAsync();
        const string body = """{"divisionId":1,"kind":"singleElimination","teams":[{"name":"One"},{"name":"Two"}]}""";
        var first = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/draws", body, ("Idempotency-Key", "draw-1")));

        var again = await server.Organizer.SendAsync("POST", $"/api/events/{id}/draws", body, ("Idempotency-Key", "draw-1"));

        Assert.Equal("true", again.Header("Idempotency-Replayed"));
        Assert.Equal(first.GetRawText(), (await Expect.SuccessAsync(again)).GetRawText());
        Assert.Equal((1, 11), ((await server.Admin.GetAsync($"/api/events/{id}/matches")).Number("total"), (await server.Admin.GetAsync($"/api/events/{id}/teams")).Number("total")));
    }

    [Fact]
    public async Task Teams_of_one_group_are_kept_apart_and_a_warning_says_if_they_can_not_be()
    {
        var id = await CupAsync();

        var apart = await MakeAsync(id, """{"divisionId":1,"kind":"singleElimination","teams":[{"id":1,"seed":1},{"id":2,"seed":2},{"id":3,"group":"Club A"},{"id":4,"group":"x"}]}""");
        Assert.Equal(["1 M1: 1 4", "2 M2: 2 3", "3 M3: Winner of M1 Winner of M2"], Matches(apart));
        Assert.Equal(0, apart.Number("warningCount"));
        var exchanged = await MakeAsync(id, """{"divisionId":1,"kind":"singleElimination","add":true,"teams":[{"id":1,"seed":1,"group":"Club  A"},{"id":2,"seed":2},{"id":3},{"id":4,"group":"club a"}]}""");
        Assert.Equal(["4 M4: 1 3", "5 M5: 2 4"], Matches(exchanged).Take(2));
        var together = await MakeAsync(id, """{"divisionId":1,"kind":"singleElimination","add":true,"teams":[{"id":1,"group":"a"},{"id":2,"group":"a"}]}""");

        var warning = together.GetProperty("warnings").EnumerateArray().Single();
        Assert.Equal(("same_group", "[7]"), (warning.Text("code"), warning.GetProperty("matchIds").GetRawText()));
    }

    [Fact]
    public async Task A_division_that_has_matches_is_added_to_only_if_that_is_wanted()
    {
        var id = await CupAsync();
        const string body = """{"divisionId":1,"kind":"singleElimination","teams":[{"id":1},{"id":2}]}""";
        await MakeAsync(id, body);

        await RejectedAsync(id, body, 409, "division_has_matches");
        var added = await MakeAsync(id, body[..^1] + ""","add":true}""");

        Assert.Equal(["2 M2: 1 2"], Matches(added));
        // Another division is none of it.
        await MakeAsync(id, body.Replace("\"divisionId\":1", "\"divisionId\":2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_ids_of_removed_matches_with_a_score_are_not_used_again()
    {
        var id = await CupAsync();
        const string body = """{"divisionId":1,"kind":"singleElimination","teams":[{"id":1},{"id":2}]}""";
        await MakeAsync(id, body);
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 25, 20, "final"));
        await Expect.SuccessAsync(await server.Organizer.DeleteAsync($"/api/events/{id}/matches/1?affectScored=true"));

        var preview = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/draws/preview", body));

        Assert.Equal(["2 M2: 1 2"], Matches(preview));
        Assert.Equal(["2 M2: 1 2"], Matches(await MakeAsync(id, body)));
    }

    [Theory]
    [InlineData("""{"divisionId":7,"kind":"roundRobin","teams":[{"id":1},{"id":2}]}""", "divisionId")]
    [InlineData("""{"divisionId":1,"kind":"roundRobin","teams":[{"id":1}]}""", "teams")]
    [InlineData("""{"divisionId":1,"kind":"singleElimination"}""", "teams")]
    [InlineData("""{"divisionId":1,"kind":"roundRobin","teams":[{"id":1},{"id":1}]}""", "teams[1].id")]
    [InlineData("""{"divisionId":1,"kind":"roundRobin","teams":[{"id":1},{"id":99}]}""", "teams[1].id")]
    [InlineData("""{"divisionId":1,"kind":"roundRobin","teams":[{"id":1,"name":"x"},{}]}""", "teams[0] teams[1]")]
    [InlineData("""{"divisionId":1,"kind":"roundRobin","teams":[{"name":"Blue"},{"name":" blue"}]}""", "teams[1].name")]
    [InlineData("""{"divisionId":1,"kind":"roundRobin","teams":[{"name":"team 1"},{"name":"\n"}]}""", "teams[0].name teams[1].name")]
    [InlineData("""{"divisionId":1,"kind":"roundRobin","teams":[{"id":1,"seed":2},{"id":2,"seed":2},{"id":3,"seed":0}]}""", "teams[1].seed teams[2].seed")]
    [InlineData("""{"divisionId":1,"kind":"roundRobin","teams":[{"id":1},{"id":2}],"legs":0}""", "legs")]
    [InlineData("""{"divisionId":1,"kind":"singleElimination","teams":[{"id":1},{"id":2}],"legs":2,"poolCount":1,"resetFinal":true}""", "legs poolCount resetFinal")]
    [InlineData("""{"divisionId":1,"kind":"doubleElimination","teams":[{"id":1},{"id":2}],"thirdPlace":true,"consolation":true}""", "consolation thirdPlace")]
    [InlineData("""{"divisionId":1,"kind":"singleElimination","teams":[{"id":1},{"id":2},{"id":3}],"thirdPlace":true}""", "thirdPlace")]
    [InlineData("""{"divisionId":1,"kind":"singleElimination","teams":[{"id":1},{"id":2},{"id":3},{"id":4},{"id":5}],"consolation":true}""", "consolation")]
    [InlineData("""{"divisionId":1,"kind":"pools","teams":[{"id":1},{"id":2},{"id":3},{"id":4}]}""", "poolCount")]
    [InlineData("""{"divisionId":1,"kind":"pools","teams":[{"id":1},{"id":2},{"id":3},{"id":4}],"poolCount":3}""", "poolCount")]
    [InlineData("""{"divisionId":1,"kind":"pools","teams":[{"id":1},{"id":2},{"id":3}],"poolSize":2}""", "poolSize")]
    [InlineData("""{"divisionId":1,"kind":"pools","teams":[{"id":1},{"id":2},{"id":3},{"id":4},{"id":5}],"poolCount":2,"advancing":3}""", "advancing")]
    [InlineData("""{"divisionId":1,"kind":"pools","teams":[{"id":1},{"id":2}],"poolCount":1,"advancing":1}""", "advancing")]
    [InlineData("""{"divisionId":3,"kind":"roundRobin","teams":[{"id":1},{"id":-1}],"add":true}""", "teams[1].id")]
    [InlineData("""{"divisionId":3,"kind":"singleElimination","fromPools":{"first":3}}""", "fromPools.first")]
    [InlineData("""{"divisionId":3,"kind":"singleElimination","fromPools":{"first":1}}""", "fromPools")]
    [InlineData("""{"divisionId":3,"kind":"singleElimination","fromPools":{"first":1,"pools":["x","x","y"]}}""", "fromPools.pools[1] fromPools.pools[2]")]
    [InlineData("""{"divisionId":3,"kind":"pools","poolCount":1,"fromPools":{"first":1},"teams":[]}""", "fromPools teams")]
    [InlineData("""{"divisionId":1,"kind":"roundRobin","teams":[{"id":1},{"id":2}],"numberPrefix":"far too long","firstNumber":-1}""", "firstNumber numberPrefix")]
    public async Task A_draw_that_can_not_be_made_is_rejected_with_its_places(string body, string fields)
    {
        var id = await CupAsync();

        foreach (var address in new[] { "draws", "draws/preview" })
        {
            var problem = await Expect.ProblemAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/{address}", body), 422, "invalid_draw");
            Assert.Equal(fields, string.Join(' ', problem.Positions().Order(StringComparer.Ordinal)));
        }

        Assert.Empty((await server.Admin.GetAsync($"/api/events/{id}/matches")).Items());
    }

    [Fact]
    public async Task A_draw_with_too_many_teams_or_matches_is_rejected_before_it_is_generated()
    {
        var id = await CupAsync();
        foreach (var (kind, teams) in new[] { ("singleElimination", 513), ("roundRobin", 512), ("roundRobin", 72) })
        {
            var body = $$"""{"divisionId":1,"kind":"{{kind}}","teams":[{{string.Join(',', Enumerable.Range(0, teams).Select(team => $$"""{"name":"N{{team}}"}"""))}}]}""";
            Assert.Equal(["teams"], (await RejectedAsync(id, body, 422, "invalid_draw")).Positions());
        }
    }

    private static IEnumerable<string> Matches(JsonElement draw, string list = "matches") => draw.GetProperty(list).EnumerateArray().Select(match =>
        $"{match.Number("id")} {match.Text("number")}: {Side(match, "team1")} {Side(match, "team2")}");

    private static string Side(JsonElement match, string side) =>
        match.GetProperty(side) is { ValueKind: JsonValueKind.Object } team ? $"{team.Number("id")}" : match.Text($"{side}Label")!;

    private async Task<string> BracketAsync(string id) => string.Join("; ", (await server.Admin.GetAsync($"/api/events/{id}/brackets")).Items().SelectMany(bracket => bracket.GetProperty("rounds").EnumerateArray())
        .Select(round => $"{round.Text("name")} {string.Join(' ', round.GetProperty("matches").EnumerateArray().Select(match => $"{match.GetProperty("match").Number("id")}@{match.Number("position")}"))}"));

    private async Task<JsonElement> MakeAsync(string id, string body) => await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/draws", body));

    private async Task<JsonElement> RejectedAsync(string id, string body, int status, string code) =>
        await Expect.ProblemAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/draws", body), status, code);

    private async Task<string> CupAsync()
    {
        var id = await server.EventAsync(0, sport: "volleyball", bestOf: 1);
        var teams = string.Join(',', Enumerable.Range(1, 8).Select(team => $$"""{"id":{{team}},"name":"Team {{team}}","divisionId":1}"""));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", $$"""
            {"divisions":[{"id":1,"name":"Women"},{"id":2,"name":"Men"},{"id":3,"name":"Mixed","pools":[{"id":"x","name":"X","teams":[-1]}]}],
            "teams":[{"id":-1,"name":"Placed"},{{teams}}],"matches":[]}
            """));
        return id;
    }
}
