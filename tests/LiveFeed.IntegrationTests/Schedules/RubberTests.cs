using System.Text.Json;
using System.Text.Json.Nodes;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Schedules;

/// <summary>Rubbers in the schedule: what they may be, and that their sides are those of their tie.</summary>
public sealed class RubberTests(TimedServer server) : IClassFixture<TimedServer>
{
    private const string Format = """ "format":{"kind":"rubbers","rubbers":3} """;
    private const string Tie = $$"""{"id":1,"team1Id":1,"team2Id":2,{{Format}}}""";

    [Theory]
    [InlineData("""{"id":2,"partOf":2,"rubber":1}""", "matches[1].partOf")]
    [InlineData("""{"id":2,"partOf":3,"rubber":1}""", "matches[1].partOf")]
    [InlineData("""{"id":2,"partOf":1}""", "matches[1].rubber")]
    [InlineData("""{"id":2,"partOf":1,"rubber":0}""", "matches[1].rubber")]
    [InlineData("""{"id":2,"partOf":1,"rubber":4}""", "matches[1].rubber")]
    [InlineData("""{"id":2,"team1Id":1,"team2Id":2,"rubber":1}""", "matches[1].rubber")]
    [InlineData("""{"id":2,"partOf":1,"rubber":1},{"id":3,"partOf":1,"rubber":1}""", "matches[2].rubber")]
    [InlineData("""{"id":2,"partOf":1,"rubber":1,"format":{"kind":"rubbers","rubbers":3}},{"id":3,"partOf":2,"rubber":1}""", "matches[1].format matches[2].partOf")]
    [InlineData("""{"id":2,"partOf":1,"rubber":1,"team1Id":2,"team2Id":1}""", "matches[1].team1Id matches[1].team2Id")]
    [InlineData("""{"id":2,"partOf":1,"rubber":1,"team1Label":"Somebody"}""", "matches[1].team1Label")]
    [InlineData("""{"id":2,"partOf":1,"rubber":1,"team2From":{"winnerOf":1}}""", "matches[1].team2From")]
    [InlineData("""{"id":2,"partOf":1,"rubber":1,"pool":"A"}""", "matches[1].pool")]
    [InlineData("""{"id":2,"partOf":1,"rubber":1,"tieId":"SF","leg":1}""", "matches[1].tieId")]
    [InlineData("""{"id":2,"partOf":1,"rubber":1},{"id":3,"team1From":{"winnerOf":2},"team2Id":1}""", "matches[2].team1From")]
    [InlineData("""{"id":2,"team1Id":1,"team2Id":2},{"id":3,"partOf":2,"rubber":1}""", "matches[1].format")]
    public async Task What_can_be_no_rubber_is_rejected_with_its_place_and_nothing_is_stored(string others, string places)
    {
        var id = await server.EventAsync(0, sport: "volleyball", bestOf: 1);
        var problem = await Expect.ProblemAsync(await PutAsync(id, $"{Tie},{others}"), 422, "invalid_schedule");

        Assert.Equal(places.Split(' '), problem.Positions().Order(StringComparer.Ordinal));
        Assert.Equal(0, (await server.Admin.GetAsync($"/api/events/{id}/matches")).Number("total"));
    }

    [Fact]
    public async Task A_rubber_that_is_added_or_changed_alone_is_checked_by_the_same_rules()
    {
        var id = await EventAsync($$"""{{Tie}},{"id":2,"partOf":1,"rubber":1}""");
        var added = await Expect.ProblemAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/matches", """{"partOf":1,"rubber":1}"""), 422, "invalid_schedule");
        var changed = await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/2", """{"team1Id":2}"""), 422, "invalid_schedule");
        Assert.Equal(["rubber"], added.Positions());
        Assert.Equal(["team1Id"], changed.Positions());
        await Expect.ProblemAsync(await server.Organizer.SendAsync("DELETE", $"/api/events/{id}/matches/1"), 409, "in_use");

        var made = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/matches", """{"partOf":1,"rubber":2,"team1Id":1}"""));
        var match = made.GetProperty("match");
        Assert.Equal(("a", "b", 1, 2), (match.GetProperty("team1").Text("name"), match.GetProperty("team2").Text("name"), match.Number("partOf"), match.Number("rubber")));
    }

    [Fact]
    public async Task An_event_is_not_played_in_rubbers_but_its_divisions_and_matches_are()
    {
        var id = await server.EventAsync(0, sport: "tennis");
        var problem = await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}", """{"format":"davis-cup"}"""), 422, "invalid_format");
        Assert.Equal(["format"], problem.Positions());

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", """
            {"divisions":[{"id":1,"name":"Group","format":"davis-cup"}],"teams":[{"id":1,"name":"a"},{"id":2,"name":"b"}],
            "matches":[{"id":1,"divisionId":1,"team1Id":1,"team2Id":2},{"id":2,"partOf":1,"rubber":3},{"id":3,"partOf":1,"rubber":2,"format":"tennis-doubles"}]}
            """));
        var (tie, singles, doubles) = (await MatchAsync(id, 1), await MatchAsync(id, 2), await MatchAsync(id, 3));
        Assert.Equal(("davis-cup", "tennis-doubles"), (tie.GetProperty("format").Text("preset"), doubles.GetProperty("format").Text("preset")));
        // In the event's format, and in the division of its tie.
        Assert.False(singles.TryGetProperty("format", out _));
        Assert.Equal(1, singles.GetProperty("division").Number("id"));
    }

    [Fact]
    public async Task Rubbers_have_the_sides_of_their_tie_also_when_these_fill_in_and_change()
    {
        var id = await EventAsync($$"""
            {"id":5,"team1Id":1,"team2Id":2},{"id":1,"team1From":{"winnerOf":5},"team2Id":3,{{Format}}},{"id":2,"partOf":1,"rubber":1},{"id":3,"partOf":1,"rubber":2}
            """);
        Assert.Equal("Winner of 5", (await MatchAsync(id, 2)).Text("team1Label"));
        Assert.Equal((null, 3), await SidesAsync(id, 2));
        var cursor = await server.Admin.Http.CursorAsync(id);
        await server.Media.ClaimAsync(id, 5);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 5, 25, 1, "final"));
        foreach (var match in new[] { 1, 2, 3 })
            Assert.Equal((1, 3), await SidesAsync(id, match));
        Assert.Equal(["match/1", "match/2", "match/3"], (await server.Admin.Http.EntriesAsync(id, $"after={cursor}")).Select(entry => entry.Text("key")!).Where(key => key.StartsWith("match/", StringComparison.Ordinal)).Order());
        // Who follows a team gets the rubbers with the tie.
        Assert.Contains((await server.Admin.Http.EntriesAsync(id, "team=1")), entry => entry.Text("key") == "match/3");

        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 5, 1, 25, "final"));
        Assert.Equal((2, 3), await SidesAsync(id, 3));

        // A rubber has begun: the teams stay.
        await server.Media.ClaimAsync(id, 3);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 3, 1, 0, "inProgress"));
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 5, 25, 1, "final"));
        foreach (var match in new[] { 1, 2, 3 })
            Assert.Equal((2, 3), await SidesAsync(id, match));

        // As soon as it is empty again, the whole tie has the teams of now.
        await Expect.SuccessAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/scores", """{"matchId":3,"sets":[],"status":"scheduled"}"""));
        foreach (var match in new[] { 1, 2, 3 })
            Assert.Equal((1, 3), await SidesAsync(id, match));
    }

    [Fact]
    public async Task Another_team_of_a_tie_is_another_team_of_its_rubbers()
    {
        var id = await EventAsync($$"""{{Tie}},{"id":2,"partOf":1,"rubber":1}""");
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/1", """{"team1Id":3}"""));
        Assert.Equal((3, 2), await SidesAsync(id, 2));

        await server.Media.ClaimAsync(id, 2);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 2, 25, 1, "final"));
        var problem = await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/1", """{"team1Id":1}"""), 409, "scored_matches_affected");
        Assert.Equal([1, 2], problem.GetProperty("affected").EnumerateArray().Select(one => one.Number("matchId")));

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/1?affectScored=true", """{"team1Id":2,"team2Id":3}"""));
        Assert.Equal((2, 3), await SidesAsync(id, 2));
        foreach (var (match, sets) in new[] { (1, """[{"team1":0,"team2":1}]"""), (2, """[{"team1":1,"team2":25}]""") })
            Assert.Equal(sets, (await server.Admin.GetAsync($"/api/events/{id}/scores/{match}")).GetProperty("sets").GetRawText());
    }

    [Fact]
    public async Task Rubbers_follow_their_tie_into_another_division_unless_they_name_a_different_one()
    {
        var id = await server.EventAsync(0, sport: "volleyball", bestOf: 1);
        var tie = "/matches/1";
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", $$"""
            {"divisions":[{"id":1,"name":"Group A"},{"id":2,"name":"Group B"},{"id":3,"name":"Doubles"}],"teams":[{"id":1,"name":"a"},{"id":2,"name":"b"}],
            "matches":[{"id":1,"divisionId":1,"team1Id":1,"team2Id":2,{{Format}}},{"id":2,"partOf":1,"rubber":1},{"id":3,"divisionId":1,"partOf":1,"rubber":2}]}
            """));
        await SendAsync("POST", "/matches", """{"id":4,"partOf":1,"rubber":3,"divisionId":3}""");
        Assert.Equal("1 1 1 3", await DivisionsAsync());
        var cursor = await server.Admin.Http.CursorAsync(id);

        await SendAsync("PATCH", tie, """{"divisionId":2}""");
        Assert.Equal("2 2 2 3", await DivisionsAsync());
        Assert.Equal(["match/1", "match/2", "match/3"], (await server.Admin.Http.EntriesAsync(id, $"after={cursor}")).Select(entry => entry.Text("key")!).Order());
        await SendAsync("PATCH", "/matches/4", """{"divisionId":null}""");
        Assert.Equal("2 2 2 2", await DivisionsAsync());

        // What is uploaded as it was read names nothing. With the division that nobody needs any more gone as well.
        var read = JsonNode.Parse((await server.Organizer.GetAsync($"/api/events/{id}/schedule")).GetRawText())!;
        read["matches"]![0]!["divisionId"] = 1;
        read["divisions"]!.AsArray().RemoveAt(1);
        await SendAsync("PUT", "/schedule", read.ToJsonString());
        Assert.Equal("1 1 1 1", await DivisionsAsync());

        await SendAsync("PATCH", "/matches/2", """{"divisionId":3}""");
        await SendAsync("PATCH", tie, """{"divisionId":null}""");
        Assert.Equal("- 3 - -", await DivisionsAsync());
        // A match that is no rubber any more stays where it is.
        await SendAsync("PATCH", tie, """{"divisionId":1}""");
        await SendAsync("PATCH", "/matches/3", """{"partOf":null,"rubber":null}""");
        await SendAsync("PATCH", tie, """{"divisionId":3}""");
        Assert.Equal("3 3 1 3", await DivisionsAsync());

        async Task SendAsync(string method, string path, string body) => await Expect.SuccessAsync(await server.Organizer.SendAsync(method, $"/api/events/{id}{path}", body));

        async Task<string> DivisionsAsync()
        {
            var matches = await server.Admin.GetAsync($"/api/events/{id}/schedule");
            return string.Join(' ', matches.GetProperty("matches").EnumerateArray().OrderBy(match => match.Number("id")).Select(match => match.GetProperty("divisionId").ToString() is { Length: > 0 } division ? division : "-"));
        }
    }

    [Fact]
    public async Task A_schedule_is_uploaded_again_as_it_was_read()
    {
        var id = await EventAsync($$"""{{Tie}},{"id":2,"partOf":1,"rubber":1,"number":"1st singles"}""");
        var read = JsonNode.Parse((await server.Organizer.GetAsync($"/api/events/{id}/schedule")).GetRawText())!;
        Assert.Equal(1, (int?)read["matches"]![1]!["partOf"]);
        var again = await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", read.ToJsonString()));
        Assert.Equal((0, 0), (again.Number("matchesChanged"), again.Number("matchesRemoved")));

        // The teams that a rubber was read with are not named by anybody: only the tie changes.
        read["matches"]![0]!["team1Id"] = 3;
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", read.ToJsonString()));
        Assert.Equal((3, 2), await SidesAsync(id, 2));

        // An upload that knows nothing of rubbers keeps them, and one without the tie has none.
        await Expect.SuccessAsync(await PutAsync(id, """{"id":1,"team1Id":3,"team2Id":2},{"id":2,"team1Id":3,"team2Id":2}"""));
        Assert.Equal(1, (await MatchAsync(id, 2)).Number("partOf"));
        await Expect.SuccessAsync(await PutAsync(id, """{"id":2,"team1Id":3,"team2Id":2}"""));
        Assert.False((await MatchAsync(id, 2)).TryGetProperty("partOf", out _));
        Assert.Equal((3, 2), await SidesAsync(id, 2));
    }

    [Fact]
    public async Task Only_the_tie_counts_for_its_pool_and_only_the_tie_is_in_a_bracket()
    {
        var id = await server.EventAsync(0, sport: "volleyball", bestOf: 1);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", $$"""
            {"divisions":[{"id":1,"name":"League","pools":[{"id":"A","name":"A","teams":[1,2]}],"standings":{"preset":"league"} }],"teams":[{"id":1,"name":"a"},{"id":2,"name":"b"}],
            "matches":[{"id":1,"divisionId":1,"team1Id":1,"team2Id":2,{{Format}}},{"id":2,"partOf":1,"rubber":1},{"id":3,"partOf":1,"rubber":2},
            {"id":7,"divisionId":1,"team1From":{"winnerOf":1},"team2From":{"loserOf":1},{{Format}}},{"id":8,"partOf":7,"rubber":1}]}
            """));
        Assert.Equal("A", (await MatchAsync(id, 1)).Text("pool"));
        Assert.False((await MatchAsync(id, 2)).TryGetProperty("pool", out _));
        foreach (var match in new[] { 2, 3 })
        {
            await server.Media.ClaimAsync(id, match);
            await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, 25, 1, "final"));
        }

        var table = (await server.Admin.GetAsync($"/api/events/{id}/standings")).Items().Single();
        Assert.True(table.GetProperty("isComplete").GetBoolean());
        Assert.Equal((1, 1, 3, 2, 0), Row(table.GetProperty("rows")[0]));
        Assert.Equal((1, 2), await SidesAsync(id, 7));
        Assert.Equal((1, 2), await SidesAsync(id, 8));
        var brackets = (await server.Admin.GetAsync($"/api/events/{id}/brackets")).Items();
        var shown = brackets.SelectMany(bracket => bracket.GetProperty("rounds").EnumerateArray()).SelectMany(round => round.GetProperty("matches").EnumerateArray());
        Assert.Equal([1, 7], shown.Select(match => match.GetProperty("match").Number("id")).Order());

        static (int, int, int, int, int) Row(JsonElement row) => (row.GetProperty("team").Number("id"), row.Number("played"), row.Number("points"), row.Number("for"), row.Number("against"));
    }

    [Fact]
    public async Task Exports_say_which_rubber_of_which_tie_a_match_is()
    {
        var id = await EventAsync($$"""{{Tie}},{"id":2,"partOf":1,"rubber":3}""");
        var lines = (await server.Admin.Http.GetStringAsync($"/api/events/{id}/exports/schedule.csv")).Split("\r\n");
        Assert.EndsWith(",partOf,rubber", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",1,3", lines[2], StringComparison.Ordinal);
    }

    private async Task<string> EventAsync(string matches)
    {
        var id = await server.EventAsync(0, sport: "volleyball", bestOf: 1);
        await Expect.SuccessAsync(await PutAsync(id, matches));
        return id;
    }

    private Task<HttpResponseMessage> PutAsync(string id, string matches) => server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", $$"""
        {"divisions":[{"id":1,"name":"League","pools":[{"id":"A","name":"A","teams":[]}]}],"teams":[{"id":1,"name":"a"},{"id":2,"name":"b"},{"id":3,"name":"c"}],"matches":[{{matches}}]}
        """);

    private Task<JsonElement> MatchAsync(string id, int match) => server.Admin.GetAsync($"/api/events/{id}/matches/{match}");

    private async Task<(int?, int?)> SidesAsync(string id, int match)
    {
        var found = await MatchAsync(id, match);
        return (Team("team1"), Team("team2"));

        int? Team(string member) => found.GetProperty(member) is { ValueKind: JsonValueKind.Object } team ? team.Number("id") : null;
    }
}
