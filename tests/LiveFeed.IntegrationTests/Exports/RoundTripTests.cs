using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Exports;

/// <summary>An exported schedule that is uploaded into a new event is exported as the same file.</summary>
public sealed class RoundTripTests(ContractServer server) : IClassFixture<ContractServer>
{
    // All that a table has: pools, numbers, labels and teams that were filled in, work teams, officials with and without accounts, formats, a team tie with its rubbers.
    private const string Everything = """
        {"divisions":[{"id":7,"name":"Women","format":"volleyball-best-of-3","pools":[{"id":"A","name":"Pool A","teams":[20,21,22]},{"id":"S","name":"Seconds","placesFrom":{"place":2,"pools":["A"]}}]},{"id":3,"name":"Doubles"},{"id":4,"name":"Clubs"}],
        "courts":[{"id":-1,"name":"Court; \"1\""},{"id":5,"name":"@Home"}],
        "teams":[{"id":20,"name":"=Blue","divisionId":7},{"id":21,"name":"W1","divisionId":7},{"id":22,"name":"Grün, 東京","divisionId":7},{"id":23,"name":"Club A","divisionId":4},{"id":24,"name":"Club B","divisionId":4}],
        "matches":[
        {"id":-5,"number":"M12","divisionId":7,"courtId":-1,"team1Id":20,"team2Id":21,"startsAt":"2026-10-25T00:30:00.000Z","endsAt":"2026-10-25T01:30:00.000Z","workTeamId":22,
         "officials":[{"duty":"lineJudge","name":"Lea"},{"duty":"referee","name":"=Sam","userId":"sam"},{"duty":"referee","name":"Jo, B."},{"duty":"scorekeeper","userId":"kim"},{"duty":"workTeam","name":"Ann"}]},
        {"id":2,"divisionId":7,"courtId":5,"team1Id":21,"team2Id":22,"startsAt":"2026-10-25T02:30:00.250Z","format":{"kind":"sets","bestOf":3,"setTo":15,"cap":17}},
        {"id":3,"divisionId":7,"team1Id":22,"team2Id":20,"officials":[{"duty":"scorekeeper","name":"Kim"}]},
        {"id":9,"number":"Final","divisionId":7,"team1From":{"winnerOf":-5},"team2From":{"pool":"S","place":1}},
        {"id":10,"divisionId":4,"team1Id":23,"team2Id":24,"format":{"kind":"rubbers","rubbers":3}},
        {"id":11,"number":"2nd singles","partOf":10,"rubber":2,"courtId":5,"startsAt":"2026-10-26T10:00:00.000Z"},
        {"id":12,"partOf":10,"rubber":1},
        {"id":13,"partOf":10,"rubber":3,"divisionId":3,"format":"beach-volleyball-one-set"}]}
        """;

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task An_event_with_everything_is_exported_the_same_after_it_was_uploaded_into_a_new_one(string type)
    {
        var id = await server.CupInBerlinAsync(Everything);
        await server.Organizer.ClaimAsync(id, -5);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/scores", """{"matchId":-5,"sets":[{"team1":25,"team2":1},{"team1":25,"team2":1}],"status":"final"}"""));
        var (file, csv) = (await FileAsync(id, type), Encoding.UTF8.GetString(await FileAsync(id, "csv")));
        Assert.Contains(",workTeam,referee,scorekeeper,lineJudge,helper,format,partOf,rubber\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("\"'=Blue\",,Winner of M12,1st Seconds", csv, StringComparison.Ordinal);

        var copy = await server.CupInBerlinAsync("""{"matches":[]}""");
        var preview = await PreviewAsync(copy, file);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{copy}/schedule", preview.GetProperty("schedule").GetRawText()));

        Assert.Equal(csv, Encoding.UTF8.GetString(await FileAsync(copy, "csv")));
        Assert.Equal(file, await FileAsync(copy, type));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Uploaded_into_the_same_event_it_changes_nothing(string type)
    {
        var id = await server.CupInBerlinAsync(Everything);

        var preview = await PreviewAsync(id, await FileAsync(id, type));

        foreach (var list in new[] { "divisions", "courts", "teams", "matches" })
        {
            var changes = preview.GetProperty("changes").GetProperty(list);
            Assert.Equal((list, "[]", "[]", "[]"), (list, changes.GetProperty("added").GetRawText(), changes.GetProperty("changed").GetRawText(), changes.GetProperty("removed").GetRawText()));
        }

        var summary = await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", preview.GetProperty("schedule").GetRawText()));
        Assert.Equal((0, 0, 0), (summary.Number("matchesAdded"), summary.Number("matchesChanged"), summary.Number("matchesRemoved")));
        var officials = (await server.Organizer.GetAsync($"/api/events/{id}/matches/-5")).GetProperty("officials").GetRawText();
        Assert.Contains("\"userId\":\"kim\"", officials, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_are_not_published_are_not_exported_and_stay_when_the_file_comes_back()
    {
        var id = await server.CupInBerlinAsync(Everything);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}", """{"publicNames":"initials"}"""));

        var csv = await FileAsync(id, "csv");

        Assert.Contains(",workTeam,format,partOf,rubber\r\n", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        Assert.Equal("[]", (await PreviewAsync(id, csv)).GetProperty("changes").GetProperty("matches").GetProperty("changed").GetRawText());
    }

    private async Task<byte[]> FileAsync(string id, string type) => await server.Nobody.GetByteArrayAsync($"/api/events/{id}/exports/schedule.{type}");

    private async Task<JsonElement> PreviewAsync(string id, byte[] file)
    {
        var preview = await Expect.SuccessAsync(await server.Organizer.Http.PostAsync(
            $"/api/events/{id}/schedule/preview", new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }));
        Assert.Equal("[]", preview.GetProperty("errors").GetRawText());
        return preview;
    }
}
