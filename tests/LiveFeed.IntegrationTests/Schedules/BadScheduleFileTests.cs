using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Schedules;

/// <summary>
/// Files that are wrong, by accident or on purpose. The errors are reported with their locations, and the server never fails.
/// </summary>
public sealed class BadScheduleFileTests(ContractServer server) : IClassFixture<ContractServer>
{
    private const string Header = "id,division,court,team1,team2,startsAt,endsAt\n";

    [Theory]
    [InlineData("1,W,C,A,B,,\nabcdefghijklmnopqrstuvwxyz,W,C,A,B,,\n", 3, "id has at most 20 characters")]
    [InlineData("1,W,C,A,B,,\n\n1,W,C,A,B,,\n", 4, "Match 1 is also on line 2")]
    [InlineData("1,W,C,A,B,2026-07-04 10:00 CET,\n", 2, "startsAt must be a date and time")]
    [InlineData("1,W,C,A,B,0001-01-01T00:00:00+14:00,\n", 2, "startsAt must be a date and time")]
    [InlineData("1,W,C,A,B,04/05/2026 10:00,\n", 2, "Say which: dateOrder=dmy")]
    [InlineData("1,W,C,A,B,2026-07-04T11:00Z,2026-07-04T10:00Z\n", 2, "must end after it starts")]
    [InlineData("1,W,C,A,A,,\n", 2, "can't play itself")]
    [InlineData("1,W,C,A,B,,,x\n", 2, "There are 8 fields")]
    [InlineData("1,\"W\nX\",C,A,B,,\n2,W,C,A,B,x,\n", 4, "startsAt must be a date and time")]
    [InlineData("1,\"W,C,A,B,,\n", 2, "doesn't end with one")]
    [InlineData("1,\"W\"x,C,A,B,,\n", 2, "closing quotation mark")]
    public async Task A_bad_line_is_reported_by_its_number(string lines, int line, string message)
    {
        var error = (await ErrorsAsync(Header + lines))[0];

        Assert.Equal((line, "invalid_schedule"), (error.Number("line"), error.Text("code")));
        Assert.Contains(message, error.Text("message"));
    }

    [Theory]
    [InlineData("""{"matches":[{"id":1,"team1Id":7,"team2Label":"B"}]}""", "matches[0].team1Id")]
    [InlineData("""{"matches":[{"id":1,"team1Label":"A","team2Label":"B","colour":1}]}""", "matches[0].colour")]
    [InlineData("""{"name":"Cup","matches":[{"team1":"A","team2":"B","date":"2026-07-01","round":"F"},{"team1":"A","team2":"B","date":"1 May","round":"F"}]}""", "matches[1].date")]
    [InlineData("""{"name":"Cup","matches":[{"team1":"A","team2":"B","date":"0001-01-01","time":"0:00 UTC+14","round":"F"}]}""", "matches[0].date")]
    [InlineData("""{"name":"Cup","matches":[{"team1":"A","team2":"B","date":"2026-07-01","time":"18:00 UTC+99","round":"F"}]}""", "matches[0].time")]
    [InlineData("""{"name":"Cup","matches":[{"team1":"A","team2":"B","date":"2026-07-01","time":"18:00 UTC+14:15","round":"F"}]}""", "matches[0].time")]
    [InlineData("""{"name":"Cup","matches":[{"team1":"A","team2":"B","date":"2026-07-01","time":"18:00 UTC-12:30","round":"F"}]}""", "matches[0].time")]
    [InlineData("""{"name":"Cup","matches":[{"team1":"A","team2":"line\nbreak","date":"2026-07-01","round":"F"}]}""", "matches[0].team2")]
    [InlineData("""{"CourtSchedules":[{"CourtId":1,"Name":"One"},{"CourtId":2,"Name":"Two","CourtMatches":[{"MatchId":"x"}]}]}""", "CourtSchedules[1].CourtMatches[0].MatchId")]
    public async Task A_bad_member_is_reported_by_its_path(string file, string path) => Assert.Equal(path, (await ErrorsAsync(file))[0].Text("path"));

    [Fact]
    public async Task Every_bad_line_is_reported_up_to_fifty()
    {
        Assert.Equal([2, 4], (await ErrorsAsync(Header + "1,,,A,B,x,\n2,,,A,B,,\n3,,,A,B,x,\n")).Select(error => error.Number("line")));
        Assert.Equal(50, (await ErrorsAsync(Header + string.Concat(Enumerable.Repeat("1,,,A,B,x,\n", 1_000)))).Count);
    }

    [Fact]
    public async Task Hostile_files_are_rejected_in_words_that_reveal_nothing_of_the_server()
    {
        var deep = new string('[', 200_000);
        List<byte[]> files =
        [
            .. new[]
            {
                "", " \n", "nonsense", "[]", "{}", "null", "{", deep, $$"""{"matches":{{deep}}""", """{"matches":null}""", """{"matches":[null]}""", """{"matches":[[]]}""",
                """{"matches":[{"id":1,"team1Label":"\ud800","team2Label":"B"}]}""", """{"name":"\ud800","matches":[{"team1":"\udc00"}]}""", """{"\ud800":1,"matches":[]}""",
                """{"matches":[],"matches":[]}""", """{"name":"Cup","matches":[{"team1":{}}]}""", """{"CourtSchedules":[{"CourtId":1e999,"Name":[]}]}""",
                """{"CourtSchedules":[{"CourtId":1,"Name":"x","CourtMatches":[{"MatchId":1,"Division":{"DivisionId":1,"Name":"D"},"ScheduledStartDateTime":9223372036854775807}]}]}""",
                "<!doctype html><html></html>", "\uFEFF\uFEFF{}", "id,id\n", "id\n", Header + "\0,\0,\0,\0,\0,\0,\0\n", new string(',', 1_000_000), new string('"', 999_999),
                Header + new string('"', 1_000_001), new string('\n', 1_000_000), Header + "1,,," + new string('x', 1_000_000) + ",B,,\n",
                Header + "1,,,winner " + new string('1', 1_000_000) + "x,B,,\n",
            }.Select(Encoding.UTF8.GetBytes),
            [0xff, 0xfe, (byte)'i', 0, (byte)'d', 0], [.. "id,team1,team2\n1,M"u8, 0x81, .. "nchen,B\n"u8], [.. "{\"matches\":[{\"id\":1,\"team1Label\":\""u8, 0xc3, 0x28, .. "\"}]}"u8],
            [.. "PK\u0003\u0004"u8, 1, 2, 3],
        ];

        foreach (var file in files)
        {
            foreach (var error in await ErrorsAsync(file))
            {
                Assert.DoesNotMatch("Exception|System\\.|LiveFeed\\.Api|   at ", error.Text("message"));
                Assert.InRange(error.Text("message")!.Length, 10, 700);
            }
        }

        Assert.Empty(server.NewFailures());
    }

    [Fact]
    public async Task Too_many_matches_are_rejected()
    {
        var lines = string.Concat(Enumerable.Range(1, 10_001).Select(id => $"{id},,,A,B,,\n"));

        Assert.Equal("matches", Assert.Single(await ErrorsAsync(Header + lines)).Text("path"));
    }

    [Fact]
    public async Task Reading_stops_once_there_are_too_many_matches()
    {
        // Each line after the ten thousandth is bad too; those errors are not reported.
        var lines = string.Concat(Enumerable.Range(1, 10_000).Select(id => $"{id},,,A,B,,\n")) + string.Concat(Enumerable.Repeat("x\n", 590_000));
        var error = Assert.Single(await ErrorsAsync(Header + lines));
        Assert.Equal((10_002, "matches"), (error.Number("line"), error.Text("path")));

        var matches = string.Join(',', Enumerable.Repeat("""{"team1":"A","team2":"B","date":"2026-07-01","round":"F"}""", 10_000)) + string.Concat(Enumerable.Repeat(",{}", 90_000));
        Assert.Equal("matches", Assert.Single(await ErrorsAsync($$"""{"name":"Cup","matches":[{{matches}}]}""")).Text("path"));
    }

    [Fact]
    public async Task A_line_with_too_many_fields_is_reported_by_its_number()
    {
        var error = Assert.Single(await ErrorsAsync(Header + "1,W,C,A,B,,\n2" + new string(',', 1_000_000)));
        Assert.Equal((3, "A line has at most 64 fields."), (error.Number("line"), error.Text("message")));
    }

    [Theory]
    [InlineData("{\"matches\":[],\n\"matches\":[]}", 2)]
    [InlineData("{\"matches\":[{\"id\":1,\n\"id\":1}]}", 2)]
    [InlineData("{\"name\":\"Cup\",\"matches\":[{\"round\":\"F\",\n\n\"r\\u006fund\":\"F\"}]}", 3)]
    public async Task A_member_that_is_there_twice_is_reported_as_that(string file, int line)
    {
        var error = Assert.Single(await ErrorsAsync(file));
        Assert.Equal((line, "invalid_json"), (error.Number("line"), error.Text("code")));
        Assert.StartsWith($"A member stands here twice: line {line}, byte ", error.Text("message"));
    }

    [Fact]
    public async Task A_file_over_8_MB_is_rejected()
    {
        var id = await server.EventAsync();

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/events/{id}/schedule/preview")
        {
            Content = new ByteArrayContent(new byte[(8 * 1024 * 1024) + 1]) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } },
        };
        // Rejected by its head, before the body is sent.
        request.Headers.ExpectContinue = true;

        await Expect.ProblemAsync(await server.Organizer.Http.SendAsync(request), 413, "body_too_large");
        Assert.Empty(server.NewFailures());
    }

    [Theory]
    [InlineData("id;team1;team2\n1;A;B, the other\n")]
    [InlineData("\uFEFFid\tTEAM1\tTeam2\r\n1\tA\t\"B, the other\"\r\n")]
    [InlineData("team1,id,team2\nA, 1 ,\"B, the other\"")]
    public async Task Spreadsheets_of_every_kind_are_understood(string file)
    {
        var id = await server.EventAsync();

        var preview = await Expect.SuccessAsync(await SendAsync(id, Encoding.UTF8.GetBytes(file)));

        Assert.Equal("[]", preview.GetProperty("errors").GetRawText());
        Assert.Equal(["A", "B, the other"], preview.GetProperty("schedule").GetProperty("teams").EnumerateArray().Select(team => team.Text("name")));
    }

    private Task<List<JsonElement>> ErrorsAsync(string file) => ErrorsAsync(Encoding.UTF8.GetBytes(file));

    private async Task<List<JsonElement>> ErrorsAsync(byte[] file)
    {
        var id = await server.EventAsync();
        var preview = await Expect.SuccessAsync(await SendAsync(id, file));
        Assert.Equal(JsonValueKind.Null, preview.GetProperty("schedule").ValueKind);
        Assert.NotEqual(0, preview.GetProperty("errors").GetArrayLength());
        return [.. preview.GetProperty("errors").EnumerateArray()];
    }

    private Task<HttpResponseMessage> SendAsync(string id, byte[] file) => server.Organizer.Http.PostAsync(
        $"/api/events/{id}/schedule/preview", new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } });
}
