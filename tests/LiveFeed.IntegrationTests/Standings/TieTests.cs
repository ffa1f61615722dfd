using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Standings;

public sealed class TieTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Theory]
    // 1-2 away, 3-1 at home: 4-3.
    [InlineData("football", """[{"team1":2,"team2":1}]""", """[{"team1":3,"team2":1}]""", null, 1, 2, 1, 1)]
    [InlineData("football", """[{"team1":2,"team2":1}]""", """[{"team1":2,"team2":1}]""", null, 1, null, 1, null)]
    [InlineData("football", """[{"team1":2,"team2":1}]""", """[{"team1":2,"team2":1}]""", """{"kind":"shootOut","team1":3,"team2":4}""", 1, 1, 1, 2)]
    // 3-2 at home: 2 match points and 1; 3-0 away: 3 and 0.
    [InlineData("volleyball", """[{"team1":25,"team2":1},{"team1":25,"team2":1},{"team1":1,"team2":25},{"team1":1,"team2":25},{"team1":15,"team2":1}]""", """[{"team1":25,"team2":1},{"team1":25,"team2":1},{"team1":25,"team2":1}]""", null, 1, 2, 1, 1)]
    [InlineData("volleyball", """[{"team1":25,"team2":1},{"team1":25,"team2":1},{"team1":25,"team2":1}]""", """[{"team1":25,"team2":1},{"team1":25,"team2":1},{"team1":25,"team2":1}]""", """{"kind":"goldenSet","team1":12,"team2":15}""", 1, 1, 1, 2)]
    public async Task Both_legs_say_who_has_won_the_tie(string sport, string first, string second, string? decider, int winner1, int? tie1, int winner2, int? tie2)
    {
        var id = await TieAsync(sport);
        await PostAsync(id, 1, first, null);
        await PostAsync(id, 2, second, decider);

        var (one, two) = (await server.Admin.GetAsync($"/api/events/{id}/scores/1"), await server.Admin.GetAsync($"/api/events/{id}/scores/2"));

        Assert.Equal((winner1, winner2), (one.Number("winner"), two.Number("winner")));
        Assert.Equal($$"""{"id":"SF1","winner":{{Json(tie1)}}}""", one.GetProperty("tie").GetRawText());
        Assert.Equal($$"""{"id":"SF1","winner":{{Json(tie2)}}}""", two.GetProperty("tie").GetRawText());
        var entry = await server.Admin.Http.EntryAsync(id, "score/1");
        Assert.Equal(one.GetProperty("tie").GetRawText(), entry.GetProperty("tie").GetRawText());
    }

    private static string Json(int? side) => side is { } known ? FormattableString.Invariant($"{known}") : "null";

    private async Task<string> TieAsync(string sport)
    {
        var id = await server.EventAsync(0, sport: sport);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", """
            {"teams":[{"id":1,"name":"a"},{"id":2,"name":"b"}],"matches":[
            {"id":1,"team1Id":1,"team2Id":2,"tieId":"SF1","leg":1},{"id":2,"team1Id":2,"team2Id":1,"tieId":"SF1","leg":2}]}
            """));
        return id;
    }

    private async Task PostAsync(string id, int match, string sets, string? decider)
    {
        await server.Media.ClaimAsync(id, match);
        await Expect.SuccessAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/scores", $$"""{"matchId":{{match}},"sets":{{sets}},"status":"final"{{(decider is null ? "" : $",\"decider\":{decider}")}}}"""));
    }
}
