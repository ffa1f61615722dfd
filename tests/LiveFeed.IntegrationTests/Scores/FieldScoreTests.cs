using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Scores;

/// <summary>Scores of real matches that fixed formats got wrong, each posted as it was, in the format that was played.</summary>
public sealed class FieldScoreTests(TimedServer server) : IClassFixture<TimedServer>
{
    [DataFact("field/20-score-retirement-of-the-leader.json")]
    public Task Of_a_retirement_the_other_one_wins() => CheckAsync("20-score-retirement-of-the-leader", null, "1-0 winner 2", """{"outcome":{"kind":"retired","winner":2}}""");

    [DataFact("field/21-score-walkover.json")]
    public Task Of_a_walkover_who_came_wins() => CheckAsync("21-score-walkover", null, "0-0 winner 1", """{"outcome":{"kind":"walkover","winner":1}}""");

    [DataFact("field/22-score-beach-forfeit.json")]
    public Task Of_a_forfeit_the_other_one_wins() => CheckAsync("22-score-beach-forfeit", null, "0-0 winner 1", """{"outcome":{"kind":"forfeit","winner":1}}""");

    // A client of before sent the shoot-out as a second period. Only the tie needs one here, so it has to be said as what it is.
    [DataFact("field/23-score-shoot-out-after-the-second-leg.json")]
    public async Task A_shoot_out_after_the_second_leg_decides_the_tie_and_not_the_match()
    {
        var sets = (await ReadAsync("23-score-shoot-out-after-the-second-leg")).GetProperty("post").GetProperty("sets").EnumerateArray().Select(set => (Team1: set.Number("team1"), Team2: set.Number("team2"))).ToList();
        var id = await server.EventAsync(0, sport: "football");
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", """
            {"teams":[{"id":1,"name":"a"},{"id":2,"name":"b"}],"matches":[{"id":1,"team1Id":2,"team2Id":1,"tieId":"SF","leg":1},{"id":2,"team1Id":1,"team2Id":2,"tieId":"SF","leg":2}]}
            """));
        foreach (var match in new[] { 1, 2 })
            await server.Media.ClaimAsync(id, match);
        // The first leg as the second one, so that the tie is level.
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, sets[0].Team1, sets[0].Team2, "final"));

        var score = await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/scores", new
        {
            matchId = 2,
            status = "final",
            sets = new[] { new { team1 = sets[0].Team1, team2 = sets[0].Team2 } },
            decider = new { kind = "shootOut", team1 = sets[1].Team1, team2 = sets[1].Team2 },
        }));

        Assert.Equal((2, 0), (score.Number("winner"), score.GetProperty("warnings").GetArrayLength()));
        Assert.Equal("""{"id":"SF","winner":1}""", (await server.Admin.GetAsync($"/api/events/{id}/scores/2")).GetProperty("tie").GetRawText());
    }

    [DataFact("field/25-score-third-set-always-played.json")]
    public Task A_third_set_may_always_be_played() => CheckAsync(
        "25-score-third-set-always-played", """{"kind":"sets","bestOf":3,"setTo":25,"decider":{"setTo":15},"playAll":true}""", "2-1 winner 1");

    [DataFact("field/26-score-decider-to-25-live-at-15-13.json")]
    public Task A_deciding_set_may_go_to_25() => CheckAsync("26-score-decider-to-25-live-at-15-13", "\"volleyball-three-sets-to-25\"", "1-1 winner none");

    [DataFact("field/27-score-sets-to-21-live-after-the-first.json")]
    public Task Sets_may_go_to_21() => CheckAsync("27-score-sets-to-21-live-after-the-first", "\"volleyball-youth-21\"", "1-0 winner none");

    [DataFact("field/29-score-short-sets-live-after-the-first.json")]
    public Task Sets_may_be_short() => CheckAsync("29-score-short-sets-live-after-the-first", "\"tennis-next-gen\"", "1-0 winner none");

    [DataFact("field/30-score-pro-set-8-5.json")]
    public Task A_match_may_be_a_pro_set() => CheckAsync("30-score-pro-set-8-5", "\"tennis-pro-set-8\"", "1-0 winner 1");

    [DataFact("field/32-score-wimbledon-2019-21-final-set-13-12.json")]
    public Task A_final_set_may_have_its_tie_break_at_12_12() => CheckAsync("32-score-wimbledon-2019-21-final-set-13-12", "\"tennis-tie-break-at-12\"", "3-2 winner 1");

    [DataFact("field/33-score-quarters-in-generic.json")]
    public Task Who_has_more_in_all_wins_whatever_the_quarters() => CheckAsync("33-score-quarters-in-generic", null, "1-3 winner 1");

    [DataFact("field/34-score-shoot-out-5-2-cannot-be.json")]
    public Task A_shoot_out_of_5_2_can_not_be() => CheckAsync("34-score-shoot-out-5-2-cannot-be", null, "0-0 winner 1 shoot_out_past_its_end");

    [DataFact("field/35-score-extra-time-taken-for-a-shoot-out.json")]
    public Task Extra_time_may_be_a_period_of_its_own() => CheckAsync(
        "35-score-extra-time-taken-for-a-shoot-out", """{"kind":"sum","periods":1,"overtime":true,"shootOut":5}""", "1-0 winner 1");

    [DataFact("field/37-score-timed-draw.json")]
    public Task A_set_that_ends_by_time_may_be_drawn() => CheckAsync("37-score-timed-draw", "\"volleyball-timed\"", "0-0 winner none");

    [DataFact("field/38-events-refused.json")]
    public async Task Events_of_all_these_sports_and_numbers_of_sets_can_be_created()
    {
        foreach (var body in (await ReadAsync("38-events-refused")).EnumerateArray())
        {
            var own = body.Deserialize<Dictionary<string, object>>()!;
            own["id"] = server.NewId();
            await Expect.SuccessAsync(await server.Admin.PostAsync("/api/events", own));
        }
    }

    /// <summary>Posts a case's score with these members beside it, in an event of this format.</summary>
    private async Task CheckAsync(string name, string? format, string expected, string more = "{}")
    {
        var one = await ReadAsync(name);
        var id = server.NewId();
        await server.Admin.CreateEventAsync(id, sport: one.GetProperty("event").Text("sport")!, bestOf: one.GetProperty("event").TryGetProperty("bestOf", out var bestOf) ? bestOf.GetInt32() : null);
        if (format is not null)
            await Expect.SuccessAsync(await server.Admin.SendAsync("PATCH", $"/api/events/{id}", $$"""{"format":{{format}}}"""));
        await server.Admin.ClaimAsync(id, 1);
        var body = one.GetProperty("post").Deserialize<Dictionary<string, object>>()!;
        body["matchId"] = 1;
        foreach (var member in JsonDocument.Parse(more).RootElement.EnumerateObject())
            body[member.Name] = member.Value;

        var score = await Expect.SuccessAsync(await server.Admin.PostAsync($"/api/events/{id}/scores", body));

        var winner = score.GetProperty("winner").ValueKind == JsonValueKind.Null ? "none" : $"{score.Number("winner")}";
        var warnings = score.GetProperty("warnings").EnumerateArray().Select(warning => warning.Text("code"));
        var won = score.GetProperty("setsWon");
        Assert.Equal(expected, string.Join(' ', warnings.Prepend($"{won.Number("team1")}-{won.Number("team2")} winner {winner}")));
    }

    private static async Task<JsonElement> ReadAsync(string name) => JsonDocument.Parse(await File.ReadAllTextAsync(DataFactAttribute.PathOf($"field/{name}.json"))).RootElement;
}
