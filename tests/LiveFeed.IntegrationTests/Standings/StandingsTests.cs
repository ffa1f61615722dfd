using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Standings;

public sealed class StandingsTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task Standings_follow_the_results_in_the_entry_after_the_score()
    {
        var id = await CupAsync();
        var cursor = await server.Admin.Http.CursorAsync(id);

        await FinalAsync(id, 1, 25, 20);

        var entries = (await server.Admin.Http.EntriesAsync(id, $"after={cursor}")).Where(entry => entry.Text("type") != "claim-update").ToList();
        Assert.Equal(["score/1", "standings/A"], entries.Select(entry => entry.Text("key")));
        Assert.Equal("Team 1 1 (3), Team 2 2 (0), Team 3 3 (0)", Describe(entries[1]));
        Assert.Equal(Describe(await FirstAsync(id)), Describe(entries[1]));
    }

    [Fact]
    public async Task A_score_in_play_changes_no_standings_and_a_correction_does()
    {
        var id = await CupAsync();
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await PostAsync(id, 1, 25, 20, "inProgress"));
        Assert.Equal(0, (await FirstAsync(id)).GetProperty("rows")[0].Number("played"));
        await Expect.SuccessAsync(await PostAsync(id, 1, 25, 20, "final"));
        await Expect.SuccessAsync(await PostAsync(id, 1, 20, 25, "final"));

        Assert.StartsWith("Team 2 1 (3)", Describe(await FirstAsync(id)), StringComparison.Ordinal);
        await Expect.SuccessAsync(await PostAsync(id, 1, 20, 25, "inProgress"));
        Assert.Equal(0, (await FirstAsync(id)).GetProperty("rows")[0].Number("played"));
    }

    [Fact]
    public async Task The_places_of_a_complete_pool_and_the_winners_of_matches_are_filled_in_and_corrections_are_carried_on()
    {
        var id = await CupAsync();
        await FinalAsync(id, 1, 25, 20);
        await FinalAsync(id, 2, 25, 10);
        Assert.Equal(JsonValueKind.Null, (await MatchAsync(id, 4)).GetProperty("team1").ValueKind);
        await FinalAsync(id, 3, 25, 10);

        // 1 beat 2 and 3, 2 beat 3.
        Assert.Equal((1, 2), Teams(await MatchAsync(id, 4)));
        await FinalAsync(id, 4, 25, 20);
        Assert.Equal((1, 9), Teams(await MatchAsync(id, 5)));
        await Expect.SuccessAsync(await PostAsync(id, 4, 20, 25, "final"));
        Assert.Equal((2, 9), Teams(await MatchAsync(id, 5)));
        var match = await MatchAsync(id, 5);
        Assert.Equal(("Winner of M4", 4), (match.Text("team1Label"), match.GetProperty("team1From").Number("winnerOf")));
    }

    [Fact]
    public async Task A_match_that_has_a_score_keeps_its_teams()
    {
        var id = await CupAsync();
        foreach (var (match, one, two) in new[] { (1, 25, 20), (2, 25, 10), (3, 25, 10) })
            await FinalAsync(id, match, one, two);
        await FinalAsync(id, 4, 25, 20);

        await Expect.SuccessAsync(await PostAsync(id, 1, 10, 25, "final"));

        Assert.StartsWith("Team 2 1", Describe(await FirstAsync(id)), StringComparison.Ordinal);
        Assert.Equal((1, 2), Teams(await MatchAsync(id, 4)));
    }

    [Fact]
    public async Task An_organizer_sees_the_sides_that_results_contradict_and_decides()
    {
        var id = await CupAsync();
        foreach (var (match, one, two) in new[] { (1, 25, 20), (2, 25, 10), (3, 25, 10), (4, 25, 20), (5, 25, 20) })
            await FinalAsync(id, match, one, two);
        Assert.Empty((await server.Organizer.GetAsync($"/api/events/{id}/brackets/conflicts")).Items());
        await Expect.SuccessAsync(await PostAsync(id, 1, 10, 25, "final"));

        var conflicts = await server.Organizer.GetAsync($"/api/events/{id}/brackets/conflicts");

        Assert.Equal(
            ["""{"matchId":4,"side":1,"current":{"id":1,"name":"Team 1"},"expected":{"id":2,"name":"Team 2"},"from":{"pool":"A","place":1}}""",
            """{"matchId":4,"side":2,"current":{"id":2,"name":"Team 2"},"expected":{"id":1,"name":"Team 1"},"from":{"pool":"A","place":2}}"""],
            conflicts.Items().Select(item => item.GetRawText()));
        // The winner of the match is the same, on the other side.
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/4?affectScored=true", """{"team1Id":2,"team1From":{"pool":"A","place":1},"team2Id":1,"team2From":{"pool":"A","place":2}}"""));
        Assert.Equal((2, 1), Teams(await MatchAsync(id, 4)));
        Assert.Equal(2, (await server.Nobody.GetAsync($"/api/events/{id}/scores/4").JsonAsync()).Number("winner"));
        Assert.Empty((await server.Organizer.GetAsync($"/api/events/{id}/brackets/conflicts")).Items());
    }

    [Fact]
    public async Task A_team_that_was_set_by_hand_never_plays_itself()
    {
        var id = await CupAsync();
        foreach (var (match, one, two) in new[] { (1, 25, 20), (2, 25, 10), (3, 25, 10) })
            await FinalAsync(id, match, one, two);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/4", """{"team2Id":3}"""));

        await Expect.SuccessAsync(await PostAsync(id, 2, 10, 25, "final"));
        await Expect.SuccessAsync(await PostAsync(id, 3, 10, 25, "final"));

        Assert.Equal(3, (await FirstAsync(id)).GetProperty("rows")[0].GetProperty("team").Number("id"));
        var final = await MatchAsync(id, 4);
        Assert.Equal((JsonValueKind.Null, 3), (final.GetProperty("team1").ValueKind, final.GetProperty("team2").Number("id")));
        var conflict = Assert.Single((await server.Organizer.GetAsync($"/api/events/{id}/brackets/conflicts")).Items());
        Assert.Equal((4, 1, 3), (conflict.Number("matchId"), conflict.Number("side"), conflict.GetProperty("expected").Number("id")));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/5", """{"number":"Super final"}"""));
    }

    [Fact]
    public async Task An_upload_that_has_the_same_sources_takes_no_team_back()
    {
        var id = await CupAsync();
        foreach (var (match, one, two) in new[] { (1, 25, 20), (2, 25, 10), (3, 25, 10) })
            await FinalAsync(id, match, one, two);

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", Schedule));

        Assert.Equal((1, 2), Teams(await MatchAsync(id, 4)));
    }

    [Fact]
    public async Task An_organizer_gives_a_rank_by_hand_and_everybody_reads_why()
    {
        var id = await CupAsync();
        var body = new { ranks = new[] { new { teamId = 3, rank = 1, reason = "Drawn by lot" } } };

        await Expect.ProblemAsync(await server.Media.PutAsync($"/api/events/{id}/standings/A/ranks", body), 403, "role_required");
        await Expect.ProblemAsync(await server.Organizer.PutAsync($"/api/events/{id}/standings/B/ranks", body), 404, "pool_not_found");
        await Expect.ProblemAsync(await server.Organizer.PutAsync($"/api/events/{id}/standings/A/ranks", new { ranks = new[] { new { teamId = 9, rank = 1, reason = "x" } } }), 400, "invalid_request");
        await Expect.SuccessAsync(await server.Organizer.PutAsync($"/api/events/{id}/standings/A/ranks", body));

        var first = (await FirstAsync(id)).GetProperty("rows")[0];
        Assert.Equal((3, "Drawn by lot"), (first.GetProperty("team").Number("id"), first.GetProperty("manual").Text("reason")));
        await Expect.SuccessAsync(await server.Organizer.PutAsync($"/api/events/{id}/standings/A/ranks", new { ranks = Array.Empty<object>() }));
        Assert.False((await FirstAsync(id)).GetProperty("rows")[0].TryGetProperty("manual", out _));
    }

    [Theory]
    [InlineData("""{"divisions":[{"id":1,"name":"One","pools":[{"id":"A","name":"A","teams":[7]}]}],"matches":[]}""", "divisions[0].pools[0].teams[0]")]
    [InlineData("""{"divisions":[{"id":1,"name":"One","standings":{"preset":"chess"}}],"matches":[]}""", "divisions[0].standings")]
    [InlineData("""{"matches":[{"id":1,"team1From":{"winnerOf":1},"team2Label":"x"}]}""", "matches[0].team1From")]
    [InlineData("""{"matches":[{"id":1,"team1From":{"winnerOf":2},"team2Label":"x"},{"id":2,"team1From":{"winnerOf":1},"team2Label":"x"}]}""", "matches[0].team1From")]
    [InlineData("""{"matches":[{"id":1,"team1From":{"pool":"A","place":1},"team2Label":"x"}]}""", "matches[0].team1From")]
    [InlineData("""{"divisions":[{"id":1,"name":"One","pools":[{"id":"A","name":"A","teams":[]}]}],"matches":[{"id":1,"divisionId":1,"team1From":{"pool":"A","place":3},"team2Label":"x"}]}""", "matches[0].team1From")]
    [InlineData("""{"matches":[{"id":1,"team1Label":"x","team2Label":"y","pool":"B"}]}""", "matches[0].pool")]
    public async Task Pools_and_sources_that_can_not_be_are_rejected_with_their_place(string schedule, string field)
    {
        var id = await server.EventAsync(0);

        var problem = await Expect.ProblemAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", schedule), 422, "invalid_schedule");

        Assert.Contains(field, problem.Positions());
    }

    [Fact]
    public async Task Labels_that_name_a_match_or_a_place_become_sources()
    {
        var id = await server.EventAsync(0);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", """
            {"divisions":[{"id":1,"name":"One","pools":[{"id":"A","name":"A","teams":[1,2]}]}],"teams":[{"id":1,"name":"a"},{"id":2,"name":"b"}],"matches":[
            {"id":1,"divisionId":1,"team1Id":1,"team2Id":2,"number":"M1"},
            {"id":2,"divisionId":1,"team1Label":"Winner of M1","team2Label":"2nd Pool A"},
            {"id":3,"divisionId":1,"team1Label":"Sieger Spiel 2","team2Label":"The mayor's team"}]}
            """));

        Assert.Equal("A", (await MatchAsync(id, 1)).Text("pool"));
        Assert.Equal("""{"winnerOf":1}""", (await MatchAsync(id, 2)).GetProperty("team1From").GetRawText());
        Assert.Equal("""{"pool":"A","place":2}""", (await MatchAsync(id, 2)).GetProperty("team2From").GetRawText());
        Assert.Equal("""{"winnerOf":2}""", (await MatchAsync(id, 3)).GetProperty("team1From").GetRawText());
        Assert.False((await MatchAsync(id, 3)).TryGetProperty("team2From", out _));
    }

    private const string Schedule = """
        {"divisions":[{"id":1,"name":"One","pools":[{"id":"A","name":"A","teams":[1,2,3]}]}],
        "teams":[{"id":1,"name":"Team 1"},{"id":2,"name":"Team 2"},{"id":3,"name":"Team 3"},{"id":9,"name":"Team 9"}],"matches":[
        {"id":1,"divisionId":1,"team1Id":1,"team2Id":2},{"id":2,"divisionId":1,"team1Id":1,"team2Id":3},{"id":3,"divisionId":1,"team1Id":2,"team2Id":3},
        {"id":4,"divisionId":1,"number":"M4","team1From":{"pool":"A","place":1},"team2From":{"pool":"A","place":2}},
        {"id":5,"divisionId":1,"team1From":{"winnerOf":4},"team2Id":9}]}
        """;

    private async Task<string> CupAsync()
    {
        var id = await server.EventAsync(0, sport: "volleyball", bestOf: 1);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", Schedule));
        return id;
    }

    private async Task FinalAsync(string id, int match, int one, int two)
    {
        await server.Media.ClaimAsync(id, match);
        await Expect.SuccessAsync(await PostAsync(id, match, one, two, "final"));
    }

    private Task<HttpResponseMessage> PostAsync(string id, int match, int one, int two, string status) => server.Media.ScoreAsync(id, match, one, two, status);

    private Task<JsonElement> MatchAsync(string id, int match) => server.Admin.GetAsync($"/api/events/{id}/matches/{match}");

    private async Task<JsonElement> FirstAsync(string id) => (await server.Admin.GetAsync($"/api/events/{id}/standings")).GetProperty("items")[0];

    private static (int, int) Teams(JsonElement match) => (match.GetProperty("team1").Number("id"), match.GetProperty("team2").Number("id"));

    private static string Describe(JsonElement standings) => string.Join(
        ", ", standings.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("team").Text("name")} {row.Number("rank")} ({row.Number("points")})"));
}
