using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Schedules;

/// <summary>Single teams, courts and divisions.</summary>
public sealed class NameEditTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Theory]
    [InlineData("teams", 9, 404, "team_not_found")]
    [InlineData("courts", 2, 404, "court_not_found")]
    [InlineData("divisions", 3, 404, "division_not_found")]
    public async Task It_is_added_renamed_and_removed_and_a_change_for_another_version_is_rejected(string list, int next, int status, string missing)
    {
        var id = await server.EventAsync();
        var path = $"/api/events/{id}/{list}";
        var tag = (await server.Nobody.GetAsync($"/api/events/{id}/schedule")).Header("ETag");

        var added = await server.Organizer.SendAsync("POST", path, new { name = " New\u200B " });
        Assert.Equal((201, $"{path}/{next}"), ((int)added.StatusCode, added.Header("Location")));
        Assert.Equal((next, "New"), ((await added.JsonAsync()).Number("id"), (await added.JsonAsync()).Text("name")));
        var read = await server.Nobody.GetAsync($"{path}/{next}");
        Assert.Equal((await added.Content.ReadAsStringAsync(), added.Header("ETag")), (await read.Content.ReadAsStringAsync(), read.Header("ETag")));
        Assert.NotEqual(tag, (await server.Nobody.GetAsync($"/api/events/{id}/schedule")).Header("ETag"));

        var renamed = await server.Organizer.SendAsync("PATCH", $"{path}/{next}", new { name = "Other" }, ("If-Match", added.Header("ETag")!));
        Assert.Equal("Other", (await Expect.SuccessAsync(renamed)).Text("name"));
        await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", $"{path}/{next}", new { name = "Late" }, ("If-Match", added.Header("ETag")!)), 412, "version_mismatch");
        await Expect.ProblemAsync(await server.Organizer.SendAsync("DELETE", $"{path}/{next}", null, ("If-Match", added.Header("ETag")!)), 412, "version_mismatch");
        Assert.Equal(["id"], (await Expect.ProblemAsync(await server.Organizer.SendAsync("POST", path, new { id = next, name = "Again" }), 409, "id_taken")).Positions());
        Assert.Equal(["name"], (await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", $"{path}/{next}", new { name = "line\nbreak" }), 422, "invalid_schedule")).Positions());

        await Expect.SuccessAsync(await server.Organizer.SendAsync("DELETE", $"{path}/{next}", null, ("If-Match", renamed.Header("ETag")!)));
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"{path}/{next}"), status, missing);
        await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", $"{path}/{next}", new { name = "Gone" }), status, missing);
        await Expect.ProblemAsync(await server.Organizer.SendAsync("DELETE", $"{path}/{next}"), status, missing);
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"{path}/x"), 400, "invalid_request");
        Assert.Equal(tag, (await server.Nobody.GetAsync($"/api/events/{id}/schedule")).Header("ETag"));
    }

    [Theory]
    // Match n: teams 2n-1 and 2n, division 1 + n mod 2, court 1; a team's division is 1 + its half mod 2.
    [InlineData("teams/3", "[2]", 1, "[]", 0)]
    [InlineData("courts/1", "[1,2,3,4]", 4, "[]", 0)]
    [InlineData("divisions/1", "[2,4]", 2, "[1,4,5,8]", 4)]
    public async Task What_is_in_use_is_not_removed_and_the_response_says_where_it_is_used(string path, string matches, int matchCount, string teams, int teamCount)
    {
        var id = await server.EventAsync();

        var used = (await Expect.ProblemAsync(await server.Organizer.SendAsync("DELETE", $"/api/events/{id}/{path}"), 409, "in_use")).GetProperty("usedBy");

        Assert.Equal((matches, matchCount, teams, teamCount), (used.GetProperty("matches").GetRawText(), used.Number("matchCount"), used.GetProperty("teams").GetRawText(), used.Number("teamCount")));
        await Expect.SuccessAsync(await server.Nobody.GetAsync($"/api/events/{id}/{path}"));
    }

    [Fact]
    public async Task A_work_team_is_in_use()
    {
        var id = await server.EventAsync();
        await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/teams", new { id = 20, name = "Helpers", divisionId = 1 }));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/3", new { workTeamId = 20 }));

        await Expect.ProblemAsync(await server.Organizer.SendAsync("DELETE", $"/api/events/{id}/teams/20"), 409, "in_use");
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/3", """{"workTeamId":null}"""));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("DELETE", $"/api/events/{id}/teams/20"));
    }

    [Theory]
    [InlineData("teams/3", new[] { "match/2" })]
    [InlineData("courts/1", new[] { "match/1", "match/2", "match/3", "match/4" })]
    [InlineData("divisions/1", new[] { "match/2", "match/4" })]
    public async Task A_new_name_publishes_the_matches_that_show_it(string path, string[] expected)
    {
        var id = await server.EventAsync();
        var cursor = (await server.Nobody.GetAsync($"/api/events/{id}/feed").JsonAsync()).Text("cursor");

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/{path}", new { name = "Renamed" }));

        var entries = (await server.Nobody.GetAsync($"/api/events/{id}/feed?after={cursor}").JsonAsync()).GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(expected, entries.Select(entry => entry.Text("key")));
        Assert.All(entries, entry => Assert.Contains("Renamed", entry.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_team_leaves_its_division_and_keeps_its_name()
    {
        var id = await server.EventAsync();

        var team = await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/teams/3", """{"divisionId":null}"""));

        Assert.Equal(("Team 3", JsonValueKind.Null), (team.Text("name"), team.GetProperty("divisionId").ValueKind));
        Assert.Equal(["divisionId"], (await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/teams/3", """{"divisionId":77}"""), 422, "invalid_schedule")).Positions());
        Assert.Equal("Team 3", (await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/teams/3", "{}"))).Text("name"));
    }

    [Fact]
    public async Task A_match_from_which_a_side_of_another_comes_is_in_use()
    {
        var id = await server.EventAsync();
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/3", """{"team1Id":null,"team1Label":"Left","team1From":{"winnerOf":2},"team2Id":null,"team2Label":"Right","team2From":{"loserOf":2}}"""));

        var used = (await Expect.ProblemAsync(await server.Organizer.SendAsync("DELETE", $"/api/events/{id}/matches/2"), 409, "in_use")).GetProperty("usedBy");

        Assert.Equal(("[3]", 1, 0), (used.GetProperty("matches").GetRawText(), used.Number("matchCount"), used.Number("teamCount")));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/3", """{"team1From":null,"team2From":null}"""));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("DELETE", $"/api/events/{id}/matches/2"));
    }

    [Fact]
    public async Task A_team_of_a_pool_and_a_division_whose_pool_fills_a_side_elsewhere_are_in_use()
    {
        var id = await server.EventAsync();
        await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/divisions", """{"id":9,"name":"Pools"}"""));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/teams", new { id = 20, name = "Twenty" }));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/teams", new { id = 21, name = "Twenty-one" }));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/divisions/9", """{"pools":[{"id":"P","name":"P","teams":[20,21]}]}"""));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/3", """{"team1Id":null,"team1Label":"First","team1From":{"pool":"P","place":1}}"""));

        var team = (await Expect.ProblemAsync(await server.Organizer.SendAsync("DELETE", $"/api/events/{id}/teams/20"), 409, "in_use")).GetProperty("usedBy");
        var division = (await Expect.ProblemAsync(await server.Organizer.SendAsync("DELETE", $"/api/events/{id}/divisions/9"), 409, "in_use")).GetProperty("usedBy");

        Assert.Equal(("[\"P\"]", 1, 0), (team.GetProperty("pools").GetRawText(), team.Number("poolCount"), team.Number("matchCount")));
        Assert.Equal(("[3]", 0), (division.GetProperty("matches").GetRawText(), division.Number("poolCount")));
    }

    [Fact]
    public async Task An_error_of_another_item_keeps_its_position()
    {
        var id = await server.EventAsync();
        await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/divisions", """{"id":9,"name":"Pools"}"""));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/teams", new { id = 20, name = "Twenty" }));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/teams", new { id = 21, name = "Twenty-one" }));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/divisions/9", """{"pools":[{"id":"P","name":"P","teams":[20,21]}]}"""));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/4", """{"team1Id":20,"team2Id":21,"pool":"P"}"""));

        // What is wrong is the match, the last of the schedule, and not the division that is changed.
        var positions = (await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/divisions/9", """{"pools":null}"""), 422, "invalid_schedule")).Positions();

        Assert.Equal(["matches[3].pool"], positions);
    }
}
