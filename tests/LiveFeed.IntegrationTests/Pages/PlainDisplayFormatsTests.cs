using System.Text.RegularExpressions;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Pages;

public sealed partial class PlainDisplayFormatsTests(ContractServer site) : IClassFixture<ContractServer>
{
    [Theory]
    [InlineData("its own format counts, not its event's", "volleyball", """{"kind":"sum","periods":2}""", """{"status":"inProgress","sets":[{"team1":9,"team2":1},{"team1":1,"team2":2}]}""", "10 - 3", "1 9-1, 2 1-2")]
    [InlineData("a match of sets in an event of goals shows the set in play", "football", "\"volleyball\"", """{"status":"inProgress","sets":[{"team1":25,"team2":20},{"team1":7,"team2":9}]}""", "1 7 - 0 9", "1 25-20")]
    [InlineData("a decider that is played comes first", "tennis", "\"tennis-match-tie-break\"", """{"status":"inProgress","sets":[{"team1":6,"team2":4},{"team1":4,"team2":6}],"decider":{"kind":"matchTieBreak","team1":8,"team2":5}}""", "1 8 - 1 5", "1 6-4, 2 4-6")]
    [InlineData("two periods of football are no shoot-out", "football", """{"kind":"sum","periods":1,"overtime":true}""", """{"status":"inProgress","sets":[{"team1":1,"team2":1},{"team1":1,"team2":0}]}""", "2 - 1", "1 1-1, OT 1-0")]
    [InlineData("seven regular periods have an overtime too", "generic", """{"kind":"sum","periods":7,"overtime":true}""", """{"status":"inProgress","sets":[{"team1":1,"team2":0},{"team1":0,"team2":0},{"team1":0,"team2":0},{"team1":0,"team2":0},{"team1":0,"team2":0},{"team1":0,"team2":0},{"team1":0,"team2":1},{"team1":2,"team2":0}]}""", "3 - 1", "4 0-0, 5 0-0, 6 0-0, 7 0-1, OT 2-0")]
    [InlineData("an inning more has no other name", "softball", """{"kind":"sum","periods":3,"overtime":true}""", """{"status":"inProgress","sets":[{"team1":0,"team2":0},{"team1":0,"team2":0},{"team1":0,"team2":0},{"team1":1,"team2":0}]}""", "1 - 0", "1 0-0, 2 0-0, 3 0-0, 4 1-0")]
    public async Task Shows_the_numbers_that_decide(string because, string sport, string format, string score, string numbers, string others)
    {
        var id = site.NewId();
        await Expect.SuccessAsync(await site.Admin.PostAsync("/api/events", new { id, name = "Cup", sport }));
        await Expect.SuccessAsync(await site.Admin.SendAsync("PUT", $"/api/events/{id}/schedule", $$"""
            {"courts":[{"id":1,"name":"Court"}],"matches":[{"id":1,"courtId":1,"team1Label":"Alder","team2Label":"Birch","format":{{format}}}]}
            """));
        await site.Admin.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await site.Admin.SendAsync("POST", $"/api/events/{id}/scores", score.Replace("{\"status\"", "{\"matchId\":1,\"status\"", StringComparison.Ordinal)));

        var page = await site.Nobody.GetStringAsync($"/display/{id}?view=plain&court=1");

        Assert.Equal((because, numbers, others), (because, string.Join(" - ", Teams().Matches(page).Select(Numbers)), string.Join(", ", Parts().Matches(page).Select(Part))));
    }

    private static string Numbers(Match row) => string.Join(' ', Cells().Matches(row.Value).Select(cell => cell.Groups[1].Value));

    private static string Part(Match part) => $"{part.Groups[1].Value} {part.Groups[2].Value.Replace("&ndash;", "-", StringComparison.Ordinal)}";

    [GeneratedRegex("<tr class=\"team.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Teams();

    [GeneratedRegex("class=\"(?:sets|points)\"[^>]*>(?:<span>)?([^<]*)<")]
    private static partial Regex Cells();

    [GeneratedRegex("<span><i>([^<]*)</i> ([^<]*)</span>")]
    private static partial Regex Parts();
}
