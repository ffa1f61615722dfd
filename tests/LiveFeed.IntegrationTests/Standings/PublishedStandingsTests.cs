using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Standings;

/// <summary>Readers get new standings when something in them is new, and only then.</summary>
public sealed class PublishedStandingsTests(TimedServer server) : IClassFixture<TimedServer>
{
    private const string Schedule = """
        {"divisions":[{"id":1,"name":"One","pools":[{"id":"A","name":"Pool A","teams":[1,2]}]}],"teams":[{"id":1,"name":"Ahr"},{"id":2,"name":"Bonn"}],
        "matches":[{"id":1,"divisionId":1,"team1Id":1,"team2Id":2}]}
        """;

    [Theory]
    [InlineData("\"Ahr\"", "\"Aachen\"")]
    [InlineData("\"Pool A\"", "\"Group A\"")]
    [InlineData("\"One\"", "\"First\"")]
    public async Task A_name_that_changes_is_published_in_the_standings_too(string name, string other)
    {
        var id = await CupAsync();

        await PutAsync(id, Schedule.Replace(name, other, StringComparison.Ordinal));

        Assert.Contains(other, (await StandingsAsync(id)).GetRawText(), StringComparison.Ordinal);
        Assert.Equal(await ReadAsync(id), Without(await StandingsAsync(id)));
    }

    [Fact]
    public async Task Other_rules_are_published()
    {
        var id = await CupAsync();

        await PutAsync(id, Schedule.Replace("\"pools\"", "\"standings\":{\"preset\":\"league\"},\"pools\"", StringComparison.Ordinal));

        Assert.Equal("league", (await StandingsAsync(id)).Text("rules"));
    }

    [Fact]
    public async Task The_usual_rules_are_those_of_the_format_in_which_the_division_plays()
    {
        var id = await CupAsync();
        Assert.Equal("fivb", (await StandingsAsync(id)).Text("rules"));

        await PutAsync(id, Schedule.Replace("\"pools\"", "\"format\":\"football\",\"pools\"", StringComparison.Ordinal));
        Assert.Equal("league", (await StandingsAsync(id)).Text("rules"));
        await PutAsync(id, Schedule.Replace("\"pools\"", "\"format\":null,\"pools\"", StringComparison.Ordinal));
        Assert.Equal("fivb", (await StandingsAsync(id)).Text("rules"));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}", """{"sport":"football"}"""));

        Assert.Equal("league", (await StandingsAsync(id)).Text("rules"));
        Assert.Equal(await ReadAsync(id), Without(await StandingsAsync(id)));
    }

    [Fact]
    public async Task What_standings_do_not_show_publishes_none()
    {
        var id = await CupAsync();
        var before = (await StandingsAsync(id)).GetRawText();

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/1", """{"startsAt":"2026-07-04T10:00:00Z"}"""));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}", """{"name":"Another name"}"""));

        Assert.Equal(before, (await StandingsAsync(id)).GetRawText());
    }

    private async Task<string> CupAsync()
    {
        var id = await server.EventAsync(0, sport: "volleyball");
        await PutAsync(id, Schedule);
        return id;
    }

    private async Task PutAsync(string id, string schedule) => await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", schedule));

    private async Task<JsonElement> StandingsAsync(string id) =>
        (await server.Admin.GetAsync($"/api/events/{id}/feed")).GetProperty("entries").EnumerateArray().Single(entry => entry.Text("key") == "standings/A");

    private async Task<string> ReadAsync(string id) => (await server.Admin.GetAsync($"/api/events/{id}/standings")).GetProperty("items")[0].GetRawText();

    private static string Without(JsonElement entry) => "{" + string.Join(
        ",", entry.EnumerateObject().Where(member => member.Name is not ("type" or "eventId" or "key" or "at")).Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}")) + "}";
}
