using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Exports;

public sealed class ExportTests(ContractServer server) : IClassFixture<ContractServer>
{
    // What a table can lose: a team in two divisions, names like placeholders and formulas, numbers, an hour that is there twice, an id below zero.
    private const string Schedule =
        """
        {"divisions":[{"id":3,"name":"Women","pools":[{"id":"W","name":"Pool A","teams":[12,10,11]}]},{"id":9,"name":"Final"}],
         "courts":[{"id":-1,"name":"Court; \"1\""},{"id":2,"name":"@Home"}],
         "teams":[{"id":10,"name":"=HYPERLINK(\"http://x\")","divisionId":3},{"id":11,"name":"W1","divisionId":3},{"id":12,"name":"'-Ü, 東京","divisionId":3}],
         "matches":[
           {"id":-50497,"divisionId":3,"courtId":-1,"team1Id":10,"team2Id":11,"startsAt":"2026-10-25T00:30:00.000Z","endsAt":"2026-10-25T01:30:00.000Z","number":"M12"},
           {"id":4,"divisionId":3,"courtId":2,"team1Id":11,"team2Id":12,"startsAt":"2026-10-25T01:30:00.250Z"},
           {"id":7,"divisionId":3,"team1Id":12,"team2Id":10,"workTeamId":11},
           {"id":5,"divisionId":9,"courtId":2,"team1Id":12,"team1Label":"Winner of M12","team2Label":"Whoever comes","startsAt":"2026-10-26T10:00:00.000Z"}]}
        """;

    [Theory]
    [InlineData("schedule.csv")]
    [InlineData("schedule.xlsx")]
    [InlineData("results.csv")]
    [InlineData("results.xlsx")]
    public async Task An_exported_schedule_read_again_is_the_same(string name)
    {
        var id = await server.CupInBerlinAsync(Schedule);
        var stored = await server.Nobody.GetAsync($"/api/events/{id}/schedule").JsonAsync();

        var preview = await PreviewAsync(id, await FileAsync(id, $"exports/{name}"));

        Assert.Equal("[]", preview.GetProperty("errors").GetRawText());
        foreach (var list in new[] { "divisions", "courts", "teams", "matches" })
            Assert.Equal((list, 0, 0, 0), Changes(preview, list));
        Assert.Equal(Ordered(stored), Ordered(preview.GetProperty("schedule")));
        Assert.Equal(name.EndsWith("csv", StringComparison.Ordinal) ? "csv" : "spreadsheet", preview.Text("format"));
    }

    [Fact]
    public async Task No_cell_is_a_formula_and_times_are_in_the_zone_that_the_heading_names()
    {
        var id = await server.CupInBerlinAsync(Schedule);

        var lines = Encoding.UTF8.GetString(await FileAsync(id, "exports/schedule.csv")).Split("\r\n");

        Assert.Equal("\uFEFFid,number,division,pool,court,team1,team2,team1Label,team2Label,startsAt (Europe/Berlin),endsAt (Europe/Berlin),workTeam", lines[0]);
        Assert.Equal("7,,Women,Pool A,,\"''-Ü, 東京\",\"'=HYPERLINK(\"\"http://x\"\")\",,,,,W1", lines.Single(line => line.StartsWith("7,", StringComparison.Ordinal)));
        Assert.Equal("-50497,M12,Women,Pool A,\"Court; \"\"1\"\"\",\"'=HYPERLINK(\"\"http://x\"\")\",W1,,,2026-10-25 02:30 +02:00,2026-10-25 02:30 +01:00,", lines.Single(line => line.StartsWith("-50497", StringComparison.Ordinal)));
        Assert.Equal("5,,Final,,\"'@Home\",\"''-Ü, 東京\",,Winner of M12,Whoever comes,2026-10-26 11:00,,", lines.Single(line => line.StartsWith("5,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Results_have_the_status_the_winner_and_every_set()
    {
        var id = await server.CupInBerlinAsync(Schedule);
        await server.Organizer.ClaimAsync(id, 4);
        await Expect.SuccessAsync(await server.Organizer.PostAsync($"/api/events/{id}/scores", new
        {
            matchId = 4,
            status = "final",
            sets = new[] { new { team1 = 25, team2 = 20 }, new { team1 = 20, team2 = 25 }, new { team1 = 25, team2 = 20 }, new { team1 = 25, team2 = 21 } },
        }));

        var lines = Encoding.UTF8.GetString(await FileAsync(id, "exports/results.csv?division=3")).TrimEnd().Split("\r\n");

        Assert.EndsWith(",status,winner,outcome,setsWon1,setsWon2,total1,total2,decider1,decider2,set1Team1,set1Team2,set2Team1,set2Team2,set3Team1,set3Team2,set4Team1,set4Team2", lines[0]);
        Assert.EndsWith(",final,W1,,3,1,,,,,25,20,20,25,25,20,25,21", lines.Single(line => line.StartsWith("4,", StringComparison.Ordinal)));
        Assert.EndsWith(",scheduled,,,,,,,,,,,,,,,,", lines.Single(line => line.StartsWith("7,", StringComparison.Ordinal)));
        Assert.Equal(4, lines.Length);
    }

    [Theory]
    [InlineData("exports/schedule.csv?teamId=11", "text/csv; charset=utf-8", "schedule.csv")]
    [InlineData("exports/schedule.xlsx?division=9", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "schedule.xlsx")]
    [InlineData("exports/results.csv", "text/csv; charset=utf-8", "results.csv")]
    [InlineData("exports/results.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "results.xlsx")]
    [InlineData("calendar.ics", "text/calendar; charset=utf-8", ".ics")]
    public async Task A_file_has_a_name_a_type_and_an_ETag_that_changes_with_the_event(string path, string type, string name)
    {
        var id = await server.CupInBerlinAsync(Schedule);
        var first = await server.Nobody.GetAsync($"/api/events/{id}/{path}");

        Assert.Equal((HttpStatusCode.OK, type, "no-cache"), (first.StatusCode, first.Header("Content-Type"), first.Header("Cache-Control")));
        Assert.EndsWith($"{name}\"", first.Header("Content-Disposition"));
        var etag = first.Header("ETag")!;
        Assert.Equal(HttpStatusCode.NotModified, (await SinceAsync(id, path, etag)).StatusCode);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}", """{"timeZone":"UTC"}"""));
        Assert.Equal(HttpStatusCode.OK, (await SinceAsync(id, path, etag)).StatusCode);
    }

    [Fact]
    public async Task A_filter_leaves_out_the_matches_of_others()
    {
        var id = await server.CupInBerlinAsync(Schedule);

        Assert.Equal(["-50497", "4"], Ids(await FileAsync(id, "exports/schedule.csv?teamId=11")));
        Assert.Equal(["5"], Ids(await FileAsync(id, "exports/schedule.csv?division=9")));
        Assert.Equal([], Ids(await FileAsync(id, "exports/results.csv?division=9&teamId=11")));
        Assert.Equal(["teamId"], (await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/exports/schedule.csv?teamId=x"), 400, "invalid_request")).Positions());
    }

    private async Task<byte[]> FileAsync(string id, string path)
    {
        var response = await server.Nobody.GetAsync($"/api/events/{id}/{path}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private Task<HttpResponseMessage> SinceAsync(string id, string path, string etag) => server.Nobody.SendAsync("GET", $"/api/events/{id}/{path}", null, ("If-None-Match", etag));

    private async Task<JsonElement> PreviewAsync(string id, byte[] file) => await Expect.SuccessAsync(await server.Organizer.Http.PostAsync(
        $"/api/events/{id}/schedule/preview", new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }));

    private static IEnumerable<string> Ids(byte[] csv) =>
        Encoding.UTF8.GetString(csv).TrimEnd().Split("\r\n").Skip(1).Select(line => line.Split(',')[0]);

    private static (string, int Added, int Changed, int Removed) Changes(JsonElement preview, string list)
    {
        var changes = preview.GetProperty("changes").GetProperty(list);
        return (list, changes.GetProperty("added").GetArrayLength(), changes.GetProperty("changed").GetArrayLength(), changes.GetProperty("removed").GetArrayLength());
    }

    // A table has no order of divisions, courts and teams.
    private static IEnumerable<string> Ordered(JsonElement schedule) =>
        new[] { "divisions", "courts", "teams", "matches" }.SelectMany(list => schedule.GetProperty(list).EnumerateArray().Select(item => $"{list} {item.GetRawText()}")).Order(StringComparer.Ordinal);
}
