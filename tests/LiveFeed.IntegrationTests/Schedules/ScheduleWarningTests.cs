using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Schedules;

/// <summary>Clashes are stored all the same, and whoever makes them learns of them. ScheduleClashesTests has what a clash is.</summary>
public sealed class ScheduleWarningTests(ScheduleWarningTests.RestingServer server) : IClassFixture<ScheduleWarningTests.RestingServer>
{
    private const string Schedule =
        """
        {"courts":[{"id":1,"name":"Centre"}],"teams":[{"id":1,"name":"A"},{"id":2,"name":"B"},{"id":3,"name":"C"}],
         "matches":[{"id":1,"courtId":1,"team1Id":1,"team2Id":2,"startsAt":"2026-07-04T10:00:00Z","endsAt":"2026-07-04T11:00:00Z"},
                    {"id":2,"courtId":1,"team1Id":3,"team2Label":"X","startsAt":"2026-07-04T10:30:00Z","endsAt":"2026-07-04T11:00:00Z"},
                    {"id":3,"team1Id":1,"team2Label":"X","startsAt":"2026-07-04T11:20:00Z"}]}
        """;

    [Fact]
    public async Task Preview_and_PUT_name_the_clashes_of_the_whole_schedule()
    {
        var id = await server.EventAsync();

        var preview = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/schedule/preview", Schedule));
        var summary = await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", Schedule));

        foreach (var response in new[] { preview, summary })
            Assert.Equal("court_overlap [1,2] short_rest [1,3] 2", $"{Codes(response)} {response.Number("warningCount")}");
        Assert.Equal("Centre has match 1 and match 2 at the same time.", summary.GetProperty("warnings")[0].Text("message"));
    }

    [Fact]
    public async Task A_single_change_names_the_clashes_of_its_match_only()
    {
        var id = await server.EventAsync();
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", Schedule));
        Task<HttpResponseMessage> Change(int match, string body) => server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/{match}", body);

        Assert.Equal("short_rest [1,3]", Codes(await Expect.SuccessAsync(await Change(3, """{"number":"M3"}"""))));
        Assert.Empty(Codes(await Expect.SuccessAsync(await Change(3, """{"startsAt":"2026-07-04T12:00:00Z"}"""))));
        var added = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/matches", """{"team1Id":3,"team2Id":2,"startsAt":"2026-07-04T10:45:00Z"}"""));
        Assert.Equal("team_overlap [1,4] team_overlap [2,4] 2", $"{Codes(added)} {added.Number("warningCount")}");
    }

    [Fact]
    public async Task At_most_fifty_are_listed_and_all_are_counted()
    {
        var id = await server.EventAsync();
        var matches = string.Join(',', Enumerable.Range(1, 80).Select(match => $$"""{"id":{{match}},"courtId":1,"team1Label":"X","team2Label":"Y","startsAt":"2026-07-04T10:00:00Z"}"""));

        var summary = await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", $$"""{"courts":[{"id":1,"name":"Centre"}],"matches":[{{matches}}]}"""));

        Assert.Equal((50, 79), (summary.GetProperty("warnings").GetArrayLength(), summary.Number("warningCount")));
    }

    private static string Codes(JsonElement response) =>
        string.Join(" ", response.GetProperty("warnings").EnumerateArray().Select(warning => $"{warning.Text("code")} {warning.GetProperty("matchIds").GetRawText()}"));

    public sealed class RestingServer : ContractServer
    {
        protected override string[] Settings => ["Schedules:MinRest=00:30:00"];
    }
}
