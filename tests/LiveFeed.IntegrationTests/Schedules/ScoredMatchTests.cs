using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Schedules;

/// <summary>No score is lost, or handed to another team, because the schedule changes.</summary>
public sealed class ScoredMatchTests(ContractServer server) : IClassFixture<ContractServer>
{
    /// <summary>Match 1, teams 1 and 2, has 25:20 18:25.</summary>
    private static readonly object[] Sets = [new { team1 = 25, team2 = 20 }, new { team1 = 18, team2 = 25 }];

    [Theory]
    [InlineData("removed", null)]
    [InlineData("swapped", """{"id":1,"team1Id":2,"team2Id":1}""")]
    [InlineData("team", """{"id":1,"team1Id":1,"team2Id":3}""")]
    [InlineData("team", """{"id":1,"team1Id":1,"team2Label":"Winner of match 9"}""")]
    public async Task A_schedule_that_affects_a_score_is_rejected_and_the_preview_says_so_before(string change, string? match)
    {
        var id = await ScoredAsync();
        var before = await server.Nobody.GetStringAsync($"/api/events/{id}/schedule");
        var schedule = Schedule(match);

        var preview = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/schedule/preview", schedule));
        var problem = await Expect.ProblemAsync(await PutAsync(id, schedule), 409, "scored_matches_affected");

        foreach (var affected in new[] { preview, problem }.Select(body => body.GetProperty("affected").EnumerateArray().Single()))
            Assert.Equal((1, change), (affected.Number("matchId"), affected.Text("change")));
        Assert.Equal(before, await server.Nobody.GetStringAsync($"/api/events/{id}/schedule"));
        Assert.Equal(Words("inProgress", Sets), Words(await ScoreAsync(id)));
    }

    [Theory]
    [InlineData("""{"id":1,"team1Id":1,"team2Id":2,"startsAt":"2026-07-05T10:00:00Z"}""")]
    [InlineData("""{"id":1,"team1Id":1,"team2Id":2,"team2Label":"The champion"}""")]
    public async Task A_schedule_that_leaves_the_teams_where_they_are_keeps_the_score(string match)
    {
        var id = await ScoredAsync();

        await Expect.SuccessAsync(await PutAsync(id, Schedule(match)));

        Assert.Equal(Words("inProgress", Sets), Words(await ScoreAsync(id)));
    }

    [Fact]
    public async Task A_label_that_becomes_a_team_is_no_change()
    {
        var id = await server.EventAsync();
        await Expect.SuccessAsync(await PutAsync(id, Schedule("""{"id":1,"team1Id":1,"team2Label":"Winner of match 9"}""")));
        await WriteAsync(id, Sets);

        await Expect.SuccessAsync(await PutAsync(id, Schedule("""{"id":1,"team1Id":1,"team2Id":3}""")));

        Assert.Equal(Words("inProgress", Sets), Words(await ScoreAsync(id)));
    }

    [Fact]
    public async Task The_score_of_a_removed_match_returns_with_it_and_goes_on()
    {
        var id = await ScoredAsync();

        await Expect.SuccessAsync(await PutAsync(id, Schedule(null), "?affectScored=true"));
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/scores/1"), 404, "score_not_found");
        await Expect.SuccessAsync(await PutAsync(id, Schedule("""{"id":1,"team1Id":1,"team2Id":2}""")));

        var score = await ScoreAsync(id);
        Assert.Equal((Words("inProgress", Sets), 2), (Words(score), score.Number("version")));
        Assert.Equal([2, 1], await VersionsAsync(id));
        var entries = (await server.Nobody.GetAsync($"/api/events/{id}/feed").JsonAsync()).GetProperty("entries").EnumerateArray();
        Assert.Equal(Words(score), Words(entries.Single(entry => entry.Text("key") == "score/1")));
        // The claim went with the match.
        await Expect.ProblemAsync(await server.Media.ScoreAsync(id, 1, 1, 0), 403, "claim_required");
        await server.Coach.ClaimAsync(id, 1);
        Assert.Equal(3, (await Expect.SuccessAsync(await server.Coach.ScoreAsync(id, 1, 1, 0))).Number("version"));
    }

    [Fact]
    public async Task A_removed_match_that_returns_with_other_team_ids_is_known_by_their_names()
    {
        var id = await ScoredAsync();
        await Expect.SuccessAsync(await PutAsync(id, Schedule(null), "?affectScored=true"));

        await Expect.SuccessAsync(await PutAsync(id, """{"teams":[{"id":8,"name":"Team 1"},{"id":9,"name":"Team 2"}],"matches":[{"id":1,"team1Id":9,"team2Id":8}]}"""));

        var score = await ScoreAsync(id);
        Assert.Equal((Words("inProgress", Swapped), 3), (Words(score), score.Number("version")));
    }

    [Fact]
    public async Task A_removed_match_that_returns_with_other_teams_begins_anew_and_keeps_its_history()
    {
        var id = await ScoredAsync();
        await Expect.SuccessAsync(await PutAsync(id, Schedule(null), "?affectScored=true"));

        await Expect.SuccessAsync(await PutAsync(id, Schedule("""{"id":1,"team1Id":1,"team2Id":3}""")));

        Assert.Equal(Words("scheduled"), Words(await ScoreAsync(id)));
        Assert.Equal([3, 2, 1], await VersionsAsync(id));
    }

    [Fact]
    public async Task Swapped_sides_swap_the_sets_and_who_won_them()
    {
        var id = await ScoredAsync();
        await WriteAsync(id, [.. Sets, new { team1 = 15, team2 = 10 }], "final");
        Assert.Equal(1, (await ScoreAsync(id)).Number("winner"));

        await Expect.SuccessAsync(await PutAsync(id, Schedule("""{"id":1,"team1Id":2,"team2Id":1}"""), "?affectScored=true"));

        var score = await ScoreAsync(id);
        Assert.Equal(Words("final", [.. Swapped, new { team1 = 10, team2 = 15 }]), Words(score));
        Assert.Equal((2, server.Organizer.Id), (score.Number("winner"), score.Text("lastUpdatedBy")));
        Assert.Equal([4, 3, 2, 1], await VersionsAsync(id));
    }

    [Fact]
    public async Task Labels_that_change_sides_swap_the_sets_too()
    {
        var id = await server.EventAsync(sport: "volleyball", bestOf: 3);
        await Expect.SuccessAsync(await PutAsync(id, Schedule("""{"id":1,"team1Label":"Winner of match 8","team2Label":"Winner of match 9"}""")));
        await WriteAsync(id, Sets);

        await Expect.SuccessAsync(await PutAsync(id, Schedule("""{"id":1,"team1Label":"Winner of match 9","team2Label":"Winner of match 8"}"""), "?affectScored=true"));

        Assert.Equal(Words("inProgress", Swapped), Words(await ScoreAsync(id)));
    }

    [Theory]
    [InlineData("Team 1", "Team 2", false)]
    [InlineData("Team 2", "Team 1", true)]
    public async Task A_removed_match_that_a_file_names_again_gets_its_id_and_score_back_and_no_other_match_does(string team1, string team2, bool isSwapped)
    {
        var id = await ScoredAsync();
        await Expect.SuccessAsync(await PutAsync(id, Schedule(null), "?affectScored=true"));
        var file = $$"""{"name":"Cup","matches":[{"team1":"Team 1","team2":"Team 3","date":"2026-07-01","round":"F"},{"team1":"{{team1}}","team2":"{{team2}}","date":"2026-07-02","round":"F"}]}""";

        var preview = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/schedule/preview", file));
        await Expect.SuccessAsync(await PutAsync(id, preview.GetProperty("schedule").GetRawText()));

        Assert.Equal([2, 1], preview.GetProperty("schedule").GetProperty("matches").EnumerateArray().Select(match => match.Number("id")));
        Assert.Equal(Words("inProgress", isSwapped ? Swapped : Sets), Words(await ScoreAsync(id)));
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/scores/2"), 404, "score_not_found");
    }

    [Theory]
    [InlineData("2026-07-01")]
    [InlineData("2026-07-02")]
    public async Task A_file_without_ids_that_exchanges_the_sides_of_a_scored_match_is_rejected_until_that_is_meant(string date)
    {
        var id = await server.EventAsync(sport: "volleyball", bestOf: 3);
        await Expect.SuccessAsync(await PutAsync(
            id,
            """{"divisions":[{"id":1,"name":"F"}],"teams":[{"id":1,"name":"Team 1"},{"id":2,"name":"Team 2"}],"matches":[{"id":1,"divisionId":1,"team1Id":1,"team2Id":2,"startsAt":"2026-07-01T00:00:00Z"}]}"""));
        await WriteAsync(id, Sets);
        var file = $$"""{"name":"Cup","matches":[{"team1":"Team 2","team2":"Team 1","date":"{{date}}","round":"F"}]}""";

        var preview = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/schedule/preview", file));
        var schedule = preview.GetProperty("schedule").GetRawText();
        var problem = await Expect.ProblemAsync(await PutAsync(id, schedule), 409, "scored_matches_affected");

        foreach (var affected in new[] { preview, problem }.Select(body => body.GetProperty("affected").EnumerateArray().Single()))
            Assert.Equal((1, "swapped"), (affected.Number("matchId"), affected.Text("change")));
        Assert.Equal(Words("inProgress", Sets), Words(await ScoreAsync(id)));
        await Expect.SuccessAsync(await PutAsync(id, schedule, "?affectScored=true"));
        Assert.Equal(Words("inProgress", Swapped), Words(await ScoreAsync(id)));
    }

    [Fact]
    public async Task Another_team_empties_the_score_which_stays_in_the_history()
    {
        var id = await ScoredAsync();

        await Expect.SuccessAsync(await PutAsync(id, Schedule("""{"id":1,"team1Id":3,"team2Id":2}"""), "?affectScored=true"));

        Assert.Equal(Words("scheduled"), Words(await ScoreAsync(id)));
        var history = (await server.Nobody.GetAsync($"/api/events/{id}/scores/1/history").JsonAsync()).Items().ToList();
        Assert.Equal([Words("scheduled"), Words("inProgress", Sets)], history.Take(2).Select(Words));
        // Nothing was played by these teams, so nothing is affected any more.
        await Expect.SuccessAsync(await PutAsync(id, Schedule(null)));
    }

    private static object[] Swapped { get; } = [new { team1 = 20, team2 = 25 }, new { team1 = 25, team2 = 18 }];

    /// <summary>An event in which match 1 has two revisions.</summary>
    private async Task<string> ScoredAsync()
    {
        var id = await server.EventAsync(sport: "volleyball", bestOf: 3);
        await Expect.SuccessAsync(await PutAsync(id, Schedule("""{"id":1,"team1Id":1,"team2Id":2}""")));
        await WriteAsync(id, [new { team1 = 1, team2 = 0 }]);
        await WriteAsync(id, Sets);
        return id;
    }

    private async Task WriteAsync(string id, object[] sets, string status = "inProgress")
    {
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/scores", new { matchId = 1, sets, status }));
    }

    private static string Schedule(string? match) =>
        $$"""{"teams":[{"id":1,"name":"Team 1"},{"id":2,"name":"Team 2"},{"id":3,"name":"Team 3"}],"matches":[{{match}}]}""";

    private Task<HttpResponseMessage> PutAsync(string id, string schedule, string query = "") =>
        server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule{query}", schedule);

    private Task<JsonElement> ScoreAsync(string id) => server.Nobody.GetAsync($"/api/events/{id}/scores/1").JsonAsync();

    private async Task<IEnumerable<int>> VersionsAsync(string id) =>
        (await server.Nobody.GetAsync($"/api/events/{id}/scores/1/history").JsonAsync()).Items().Select(revision => revision.Number("version"));

    private static string Words(JsonElement score) =>
        Words(score.Text("status")!, [.. score.GetProperty("sets").EnumerateArray().Select(set => new { team1 = set.Number("team1"), team2 = set.Number("team2") })]);

    private static string Words(string status, params object[] sets) => $"{status} {string.Join(' ', sets)}";
}
