using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Abuse;

/// <summary>What can't be, in one table: each is rejected with a clear error at its place, and nothing is stored.</summary>
public sealed class BadInputTests(ContractServer server) : IClassFixture<ContractServer>
{
    private const string Teams = """ "teams":[{"id":1,"name":"a"},{"id":2,"name":"b"}] """;

    private const string Plan = $$"""
        {"divisions":[{"id":1,"name":"D","pools":[{"id":"A","name":"A","teams":[1,2]}]}],{{Teams}},"matches":[{"id":1,"divisionId":1,"team1Id":1,"team2Id":2},{"id":2,"divisionId":1,"team1Id":2,"team2Id":1}]}
        """;

    public static TheoryData<string, string, string, string, int, string, string, string> Json => new()
    {
        { "a format that can't be", "PATCH", "", """{"format":{"kind":"sets","bestOf":4,"setTo":25}}""", 422, "invalid_format", "format.bestOf", "1, 2, 3, 5 or 7" },
        { "a format of a division that can't be", "PATCH", "/divisions/1", """{"format":{"kind":"games","bestOf":3,"gamesTo":6,"tieBreakAt":3}}""", 422, "invalid_schedule", "format.tieBreakAt", "gamesTo, one less, or 0" },
        { "a format without a name that is known", "PATCH", "/matches/1", """{"format":"volleyball-on-ice"}""", 422, "invalid_schedule", "format", "There is no preset of this name" },
        { "a cycle of sides", "PUT", "/schedule", $$"""{ {{Teams}},"matches":[{"id":1,"team1From":{"winnerOf":2},"team2Id":1},{"id":2,"team1From":{"loserOf":1},"team2Id":2}]}""", 422, "invalid_schedule", "matches[0].team1From", "wait for each other" },
        { "a match that waits for itself", "PATCH", "/matches/1", """{"team1From":{"winnerOf":1}}""", 422, "invalid_schedule", "team1From", "wait for" },
        { "a place that the pool doesn't have", "PATCH", "/matches/1", """{"team1From":{"pool":"A","place":3},"pool":null}""", 422, "invalid_schedule", "team1From", "no place 3" },
        { "a place of a pool that there isn't", "PATCH", "/matches/1", """{"team1From":{"pool":"Z","place":1}}""", 422, "invalid_schedule", "team1From", "There is no pool Z" },
        { "an incident of another sport", "POST", "/matches/1/incidents", """{"kind":"goal","side":1}""", 422, "invalid_incident", "kind", "volleyball" },
        { "a clock that runs backwards", "PUT", "/matches/1/clock", """{"period":2,"state":"stopped","elapsedMs":59999}""", 422, "invalid_clock", "elapsedMs", "The clock has shown 60000 ms" },
        { "a clock of an earlier period", "PUT", "/matches/1/clock", """{"period":1,"state":"stopped","elapsedMs":90000}""", 422, "invalid_clock", "period", "in period 2 already" },
    };

    [Theory]
    [MemberData(nameof(Json))]
    public async Task What_cannot_be_is_rejected_with_its_place_and_nothing_is_stored(string what, string method, string path, string body, int status, string code, string place, string message)
    {
        var id = await EventAsync();
        var before = await StateAsync(id);

        var problem = await Expect.ProblemAsync(await server.Organizer.SendAsync(method, $"/api/events/{id}{path}", body), status, code);

        Assert.True(problem.Positions().Contains(place), $"{what}: {problem.GetRawText()}");
        Assert.Contains(message, problem.GetProperty("errors").GetProperty(place)[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync(id));
        Assert.Empty(server.NewFailures());
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_far_more_than_its_size_is_rejected_and_nothing_is_stored()
    {
        var id = await EventAsync();
        var before = await StateAsync(id);

        var preview = await Expect.SuccessAsync(await server.Organizer.Http.PostAsync($"/api/events/{id}/schedule/preview", Bytes(Bomb())));

        Assert.StartsWith("The file unpacks to more than 32 MB.", Assert.Single(preview.GetProperty("errors").EnumerateArray()).Text("message"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, preview.GetProperty("schedule").ValueKind);
        Assert.Equal(before, await StateAsync(id));
        Assert.Empty(server.NewFailures());
    }

    [Fact]
    public async Task A_calendar_of_10_MB_is_rejected_by_its_size_and_nothing_is_stored()
    {
        var id = await EventAsync();
        var before = await StateAsync(id);
        const string Match = "BEGIN:VEVENT\r\nSUMMARY:A - B\r\nEND:VEVENT\r\n";
        var calendar = string.Concat(Enumerable.Repeat(Match, 10 * 1024 * 1024 / Match.Length).Prepend("BEGIN:VCALENDAR\r\n").Append("END:VCALENDAR\r\n"));
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/events/{id}/schedule/preview") { Content = Bytes(Encoding.UTF8.GetBytes(calendar)) };
        // Rejected by its head, before the body is sent.
        request.Headers.ExpectContinue = true;

        await Expect.ProblemAsync(await server.Organizer.Http.SendAsync(request), 413, "body_too_large");

        Assert.Equal(before, await StateAsync(id));
        Assert.Empty(server.NewFailures());
    }

    private async Task<string> EventAsync()
    {
        var id = await server.EventAsync(0, sport: "volleyball");
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", Plan));
        await server.Organizer.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/matches/1/clock", """{"period":2,"state":"stopped","elapsedMs":60000}"""));
        return id;
    }

    /// <summary>Returns all that could have been stored: the position of the feed, and what is read.</summary>
    private async Task<string> StateAsync(string id)
    {
        var state = new StringBuilder(await server.Admin.Http.CursorAsync(id));
        foreach (var path in new[] { "", "/schedule", "/matches/1/incidents", "/matches/1/clock", "/scores" })
            state.Append((await server.Organizer.GetAsync($"/api/events/{id}{path}")).GetRawText());
        return state.ToString();
    }

    private static ByteArrayContent Bytes(byte[] content) => new(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

    // 64 MB of blanks in a few kilobytes.
    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var sheet = package.CreateEntry("xl/worksheets/sheet1.xml").Open();
            sheet.Write(Encoding.ASCII.GetBytes(new string(' ', 64 * 1024 * 1024)));
        }

        return file.ToArray();
    }
}
