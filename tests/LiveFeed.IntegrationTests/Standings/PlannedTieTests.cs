using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Standings;

/// <summary>Ties follow the plan, and the matches that they lead to follow them.</summary>
public sealed class PlannedTieTests(TimedServer server) : IClassFixture<TimedServer>
{
    private const string Schedule = """
        {"teams":[{"id":1,"name":"a"},{"id":2,"name":"b"}],"matches":[
        {"id":1,"team1Id":1,"team2Id":2,"tieId":"SF1","leg":1},{"id":2,"team1Id":2,"team2Id":1,"tieId":"SF1","leg":2},
        {"id":3,"team1From":{"winnerOf":2},"team2From":{"loserOf":2}}]}
        """;

    [Fact]
    public async Task The_winner_of_a_leg_as_a_source_is_the_winner_of_the_tie()
    {
        var id = await TieAsync();
        await PostAsync(id, 2, 1, 0);
        Assert.Equal((null, null), await TeamsAsync(id, 3));

        // Team 2 has won the second leg, and team 1 the tie.
        await PostAsync(id, 1, 3, 0);
        Assert.Equal((1, 2), await TeamsAsync(id, 3));

        await PostAsync(id, 1, 1, 0);
        Assert.Equal((null, null), await TeamsAsync(id, 3));
    }

    [Fact]
    public async Task A_tie_changes_no_version_and_no_history_but_the_ETag()
    {
        var id = await TieAsync();
        await PostAsync(id, 1, 1, 0);
        var (before, tag) = (await ScoreAsync(id, 1), await TagAsync(id, 1));
        await PostAsync(id, 2, 0, 0);

        var after = await ScoreAsync(id, 1);

        Assert.Equal((1, 1), (after.Number("version"), after.GetProperty("tie").Number("winner")));
        Assert.Equal(JsonValueKind.Null, before.GetProperty("tie").GetProperty("winner").ValueKind);
        Assert.Equal(1, (await server.Admin.GetAsync($"/api/events/{id}/scores/1/history")).Number("total"));
        Assert.NotEqual(tag, await TagAsync(id, 1));
        foreach (var known in new[] { "\"v1\"", tag, await TagAsync(id, 1) })
        {
            await Expect.ProblemAsync(
                await server.Media.SendAsync("POST", $"/api/events/{id}/scores", """{"matchId":1,"sets":[{"team1":-1,"team2":0}],"status":"final"}""", ("If-Match", known)), 422, "invalid_score");
        }
    }

    [Theory]
    [InlineData("""{"leg":null}""")]
    [InlineData("""{"leg":null,"tieId":null}""")]
    public async Task A_match_that_is_no_leg_any_more_says_nothing_of_a_tie(string change)
    {
        var id = await TieAsync();
        await PostAsync(id, 1, 1, 0);
        await PostAsync(id, 2, 0, 0);

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/1", change));

        Assert.False((await ScoreAsync(id, 1)).TryGetProperty("tie", out _));
        Assert.Equal(JsonValueKind.Null, (await ScoreAsync(id, 2)).GetProperty("tie").GetProperty("winner").ValueKind);
        Assert.False((await EntryAsync(id, "score/1")).TryGetProperty("tie", out _));
        Assert.Equal((null, null), await TeamsAsync(id, 3));
    }

    [Fact]
    public async Task Legs_that_are_joined_after_they_were_played_have_their_tie()
    {
        var id = await server.EventAsync(0, sport: "football");
        await PutAsync(id, Schedule.Replace(",\"tieId\":\"SF1\",\"leg\":1", "", StringComparison.Ordinal));
        await PostAsync(id, 1, 1, 0);
        await PostAsync(id, 2, 0, 0);

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/1", """{"tieId":"SF1","leg":1}"""));

        Assert.Equal("""{"id":"SF1","winner":1}""", (await EntryAsync(id, "score/1")).GetProperty("tie").GetRawText());
        Assert.Equal((1, 2), await TeamsAsync(id, 3));
    }

    [Fact]
    public async Task A_leg_that_was_awarded_without_goals_leaves_the_tie_open()
    {
        var id = await TieAsync();
        await PostAsync(id, 1, 0, 1);
        await server.Media.ClaimAsync(id, 2);
        await Expect.SuccessAsync(await server.Media.SendAsync(
            "POST", $"/api/events/{id}/scores", """{"matchId":2,"sets":[],"status":"final","outcome":{"kind":"walkover","winner":2}}"""));

        Assert.Equal(JsonValueKind.Null, (await ScoreAsync(id, 2)).GetProperty("tie").GetProperty("winner").ValueKind);
        Assert.Equal((null, null), await TeamsAsync(id, 3));
    }

    [Fact]
    public async Task A_shoot_out_decides_the_match_itself_once_that_is_no_leg()
    {
        var id = await TieAsync();
        await server.Media.ClaimAsync(id, 2);
        await Expect.SuccessAsync(await server.Media.SendAsync(
            "POST", $"/api/events/{id}/scores", """{"matchId":2,"sets":[{"team1":0,"team2":0}],"status":"final","decider":{"kind":"shootOut","team1":4,"team2":3}}"""));
        Assert.Equal(JsonValueKind.Null, (await ScoreAsync(id, 2)).GetProperty("winner").ValueKind);

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/2", """{"tieId":null,"leg":null}"""));

        Assert.Equal(1, (await ScoreAsync(id, 2)).Number("winner"));
        Assert.Equal((2, 1), await TeamsAsync(id, 3));
    }

    private async Task<string> TieAsync()
    {
        var id = await server.EventAsync(0, sport: "football");
        await PutAsync(id, Schedule);
        return id;
    }

    private async Task PutAsync(string id, string schedule) => await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", schedule));

    private async Task PostAsync(string id, int match, int team1, int team2)
    {
        await server.Media.ClaimAsync(id, match);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, team1, team2, "final"));
    }

    private Task<JsonElement> ScoreAsync(string id, int match) => server.Admin.GetAsync($"/api/events/{id}/scores/{match}");

    private async Task<string> TagAsync(string id, int match) => (await server.Admin.SendAsync("GET", $"/api/events/{id}/scores/{match}")).Headers.ETag!.Tag;

    private async Task<JsonElement> EntryAsync(string id, string key) =>
        (await server.Admin.GetAsync($"/api/events/{id}/feed")).GetProperty("entries").EnumerateArray().Single(entry => entry.Text("key") == key);

    private async Task<(int?, int?)> TeamsAsync(string id, int match)
    {
        var found = await server.Admin.GetAsync($"/api/events/{id}/matches/{match}");
        return (Team("team1"), Team("team2"));

        int? Team(string member) => found.GetProperty(member) is { ValueKind: JsonValueKind.Object } team ? team.Number("id") : null;
    }
}
