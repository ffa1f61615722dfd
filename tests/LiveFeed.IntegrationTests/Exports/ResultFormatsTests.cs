using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Exports;

public sealed class ResultFormatsTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task Goals_decide_even_if_the_other_side_led_in_more_periods()
    {
        var id = await EventAsync("""{"kind":"sum","periods":4}""");

        await ScoreAsync(id, """{"matchId":1,"status":"final","sets":[{"team1":1,"team2":0},{"team1":1,"team2":0},{"team1":1,"team2":0},{"team1":0,"team2":9}]}""");

        Assert.Equal("Alder - Birch 3:9 (1:0, 1:0, 1:0, 0:9)", await SummaryAsync(id));
        Assert.Equal("final,Birch,,,,3,9,,,1,0,1,0,1,0,0,9", await ResultAsync(id));
    }

    [Fact]
    public async Task A_shoot_out_stands_after_the_goals()
    {
        var id = await EventAsync("\"football\"");

        await ScoreAsync(id, """{"matchId":1,"status":"final","sets":[{"team1":1,"team2":1}],"decider":{"kind":"shootOut","team1":4,"team2":2}}""");

        Assert.Equal("Alder - Birch 1:1, penalties 4:2", await SummaryAsync(id));
        Assert.Equal("final,Alder,,,,1,1,4,2,1,1", await ResultAsync(id));
    }

    [Fact]
    public async Task A_walkover_has_a_winner_and_no_numbers()
    {
        var id = await EventAsync("\"football\"");

        await ScoreAsync(id, """{"matchId":1,"outcome":{"kind":"walkover","winner":2}}""");

        Assert.Equal("Alder - Birch, walkover, Birch wins", await SummaryAsync(id));
        Assert.Equal("final,Birch,walkover,,,,,,", await ResultAsync(id));
    }

    [Fact]
    public async Task A_match_in_a_format_of_its_own_is_won_by_what_decides_there()
    {
        var id = await EventAsync("""{"kind":"sets","bestOf":3,"setTo":25}""");

        await ScoreAsync(id, """{"matchId":1,"status":"final","sets":[{"team1":25,"team2":23},{"team1":3,"team2":25},{"team1":25,"team2":23}]}""");

        Assert.Equal("Alder - Birch 2:1 (25:23, 3:25, 25:23)", await SummaryAsync(id));
        Assert.Equal("final,Alder,,2,1,,,,,25,23,3,25,25,23", await ResultAsync(id));
    }

    private async Task<string> EventAsync(string format)
    {
        var id = server.NewId();
        await Expect.SuccessAsync(await server.Admin.PostAsync("/api/events", new { id, name = "Cup", sport = "football" }));
        await Expect.SuccessAsync(await server.Admin.SendAsync("PUT", $"/api/events/{id}/schedule", $$"""
            {"teams":[{"id":1,"name":"Alder"},{"id":2,"name":"Birch"}],
             "matches":[{"id":1,"team1Id":1,"team2Id":2,"startsAt":"2026-07-04T12:30:00Z","format":{{format}}}]}
            """));
        await server.Admin.ClaimAsync(id, 1);
        return id;
    }

    private async Task ScoreAsync(string id, string score) => await Expect.SuccessAsync(await server.Admin.SendAsync("POST", $"/api/events/{id}/scores", score));

    private async Task<string> SummaryAsync(string id) =>
        Assert.Single(Calendar.Load(await server.Nobody.GetStringAsync($"/api/events/{id}/calendar.ics"))!.Events.OfType<CalendarEvent>()).Summary!;

    /// <summary>Returns the columns of the only match from its status on.</summary>
    private async Task<string> ResultAsync(string id)
    {
        var lines = Encoding.UTF8.GetString(await server.Nobody.GetByteArrayAsync($"/api/events/{id}/exports/results.csv")).TrimEnd('\r', '\n').Split("\r\n");
        Assert.Contains(",status,winner,outcome,setsWon1,setsWon2,total1,total2,decider1,decider2", lines[0], StringComparison.Ordinal);
        return lines[1][lines[1].IndexOf("final,", StringComparison.Ordinal)..];
    }
}
