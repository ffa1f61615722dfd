using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Abuse;

public sealed class OddRequestTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Theory]
    [InlineData("matchId", "1.5")]
    [InlineData("matchId", "\"1\"")]
    [InlineData("matchId", "2147483648")]
    [InlineData("matchId", "null")]
    [InlineData("matchId", "true")]
    [InlineData("sets", "null")]
    [InlineData("sets", "{}")]
    [InlineData("sets", "[null]")]
    [InlineData("sets", "[[1,0]]")]
    [InlineData("sets", "[{\"team1\":1}]")]
    [InlineData("sets", "[{\"team1\":1,\"team2\":\"2\"}]")]
    [InlineData("sets", "[{\"team1\":1,\"team2\":1e999}]")]
    [InlineData("sets", "[{\"team1\":1,\"team2\":\"NaN\"}]")]
    [InlineData("sets", "[{\"team1\":1,\"team2\":2,\"team3\":3}]")]
    [InlineData("sets", "[{\"team1\":1,\"team2\":2,\"team2\":3}]")]
    [InlineData("status", "1")]
    [InlineData("status", "\"1\"")]
    [InlineData("status", "\"over\"")]
    [InlineData("status", "\"inProgress,final\"")]
    [InlineData("status", "\"\"")]
    [InlineData("status", "null")]
    [InlineData("occurredAt", "\"2026-07-01T10:00:00\"")]
    [InlineData("occurredAt", "\"2026-07-01\"")]
    [InlineData("occurredAt", "\"10:00:00Z\"")]
    [InlineData("occurredAt", "\"yesterday\"")]
    [InlineData("occurredAt", "\"\"")]
    [InlineData("occurredAt", "1750000000")]
    [InlineData("occurredAt", "\"2026-02-30T00:00:00Z\"")]
    [InlineData("occurredAt", "\"2026-07-01T25:00:00Z\"")]
    [InlineData("occurredAt", "\"2026-07-01T10:00:00+99:00\"")]
    [InlineData("occurredAt", "\"0001-01-01T00:00:00+14:00\"")]
    [InlineData("occurredAt", "\"9999-12-31T23:59:59-14:00\"")]
    [InlineData("occurredAt", "\"10000-01-01T00:00:00Z\"")]
    [InlineData("clientUpdateId", "5")]
    public async Task A_wrong_value_is_rejected_with_its_position(string member, string value)
    {
        var id = await ClaimedAsync();
        var members = new Dictionary<string, string> { ["matchId"] = "1", ["sets"] = "[]", ["status"] = "\"final\"", [member] = value };

        var response = await server.Media.SendAsync(
            "POST", $"/api/events/{id}/scores", "{" + string.Join(',', members.Select(pair => $"\"{pair.Key}\":{pair.Value}")) + "}");

        Assert.StartsWith(member, Assert.Single((await Expect.ProblemAsync(response, 400, "invalid_json")).Positions()));
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/scores/1"), 404, "score_not_found");
        Assert.Empty(server.NewFailures());
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("0x10")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("--1")]
    public async Task A_value_that_is_no_number_in_JSON_is_rejected_by_its_position(string number)
    {
        var id = await ClaimedAsync();

        var response = await server.Media.SendAsync("POST", $"/api/events/{id}/scores", $$"""{"matchId":1,"sets":[{"team1":{{number}},"team2":0}],"status":"final"}""");

        Assert.Equal(["sets[0].team1"], (await Expect.ProblemAsync(response, 400, "invalid_json")).Positions());
    }

    [Fact]
    public async Task Missing_members_are_all_reported()
    {
        var id = await ClaimedAsync();

        var none = await server.Media.SendAsync("POST", $"/api/events/{id}/scores", "{}");
        Assert.Equal(["matchId"], (await Expect.ProblemAsync(none, 400, "invalid_json")).Positions());
        // An outcome needs neither.
        var score = await server.Media.SendAsync("POST", $"/api/events/{id}/scores", """{"matchId":1}""");
        Assert.Equal(["sets", "status"], (await Expect.ProblemAsync(score, 400, "invalid_json")).Positions().Order());
        var set = await server.Media.SendAsync("POST", $"/api/events/{id}/scores", """{"matchId":1,"sets":[{"team1":1,"team2":1},{}],"status":"final"}""");
        Assert.Equal(["sets[1].team1", "sets[1].team2"], (await Expect.ProblemAsync(set, 400, "invalid_json")).Positions().Order());
    }

    [Theory]
    [InlineData("2026-07-01T12:00:00.987654+02:00", "2026-07-01T10:00:00.987Z")]
    [InlineData("2026-07-01T10:00:00Z", "2026-07-01T10:00:00.000Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.999Z")]
    [InlineData("1582-10-10T00:00:00-12:00", "1582-10-10T12:00:00.000Z")]
    public async Task Any_time_with_an_offset_is_returned_in_UTC_with_milliseconds(string sent, string expected)
    {
        var id = await server.EventAsync();

        var changed = await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{id}", new { startsAt = sent }));

        Assert.Equal(expected, changed.Text("startsAt"));
        Assert.Equal(expected, (await server.Admin.GetAsync($"/api/events/{id}")).Text("startsAt"));
        Assert.Equal(expected, (await server.Admin.GetAsync("/api/events?limit=1000")).Items().Single(item => item.Text("id") == id).Text("startsAt"));
    }

    [Theory]
    [InlineData("/api/events?{0}")]
    [InlineData("/api/events/{1}/matches?{0}")]
    [InlineData("/api/events/{1}/teams?{0}")]
    [InlineData("/api/events/{1}/scores?{0}")]
    [InlineData("/api/events/{1}/scores/1/history?{0}")]
    [InlineData("/api/events/{1}/scores/conflicts?{0}")]
    [InlineData("/api/events/{1}/claims?{0}")]
    [InlineData("/api/events/{1}/members?{0}")]
    public async Task Paging_that_makes_no_sense_is_rejected_on_every_list(string list)
    {
        var id = await server.EventAsync();
        foreach (var query in new[]
        {
            "limit=-1", "limit=0", "limit=1001", "limit=abc", "limit=1e2", "limit=%201", "limit=99999999999", "limit=1&limit=2", "limit=٣", "offset=-1",
            "offset=abc", "offset=2147483648", "offset=1.0",
        })
        {
            var problem = await Expect.ProblemAsync(await server.Admin.Http.GetAsync(string.Format(CultureInfo.InvariantCulture, list, query, id)), 400, "invalid_request");
            Assert.Equal([query[..query.IndexOf('=')]], problem.Positions());
        }

        Assert.Empty((await server.Admin.GetAsync(string.Format(CultureInfo.InvariantCulture, list, "limit=1000&offset=2147483647", id))).Items());
        Assert.Empty(server.NewFailures());
    }

    [Theory]
    [InlineData("matches?teamId=&division=&court=&status=&limit=&offset=&limit")]
    [InlineData("scores?teamId&division=")]
    [InlineData("teams?division=")]
    [InlineData("feed?after=&limit=&wait=&matches=&teams=&divisions=&types=")]
    public async Task A_parameter_without_a_value_is_as_good_as_none(string rest)
    {
        var id = await server.EventAsync();

        var response = await server.Nobody.GetAsync($"/api/events/{id}/{rest}");

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(
            await server.Nobody.GetStringAsync($"/api/events/{id}/{rest[..rest.IndexOf('?')]}"), await response.Content.ReadAsStringAsync());
        Assert.Equal(200, (int)(await server.Nobody.GetAsync("/api/events?managed=&limit=1")).StatusCode);
        Assert.Equal(200, (int)(await server.Nobody.GetAsync($"/API/events/{id}/matches?TEAMID=1&court=")).StatusCode);
    }

    [Theory]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123x")]
    [InlineData("a%0Ab")]
    public async Task A_text_that_no_user_can_have_names_nobody(string userId)
    {
        var path = $"/api/events/{await server.EventAsync()}/members/{userId}";

        await Expect.ProblemAsync(await server.Organizer.Http.GetAsync(path), 404, "user_not_found");
        await Expect.ProblemAsync(await server.Organizer.SendAsync("PUT", path, """{"role":"media"}"""), 404, "user_not_found");
        await Expect.ProblemAsync(await server.Organizer.SendAsync("DELETE", path, ""), 404, "user_not_found");
        Assert.Empty(server.NewFailures());
    }

    [Theory]
    [InlineData("scores/x", "matchId")]
    [InlineData("scores/9999999999", "matchId")]
    [InlineData("scores/x/history", "matchId")]
    [InlineData("matches/1.5", "matchId")]
    [InlineData("claims/%20", "matchId")]
    [InlineData("feed?limit=-1", "limit")]
    [InlineData("feed?limit=1001", "limit")]
    [InlineData("feed?wait=26", "wait")]
    [InlineData("feed?wait=-1", "wait")]
    [InlineData("feed?matches=1,x", "matches")]
    [InlineData("feed?teams=9999999999", "teams")]
    [InlineData("feed?divisions=,", "divisions")]
    [InlineData("feed?types=nonsense", "types")]
    [InlineData("stream?matches=1;2", "matches")]
    public async Task An_address_that_makes_no_sense_is_rejected_with_its_position(string rest, string position)
    {
        var id = await server.EventAsync();

        var problem = await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/{rest}"), 400, "invalid_request");

        Assert.Equal([position], problem.Positions());
        Assert.DoesNotContain("Int32", problem.Text("detail"));
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/api")]
    [InlineData("/api/nothing")]
    [InlineData("/api/events/cup/nothing")]
    [InlineData("/api/events/cup/scores/1/history/2")]
    [InlineData("/api/auth")]
    [InlineData("/.env")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("/livefeed.db")]
    public async Task An_address_without_anything_says_so(string path)
    {
        foreach (var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE" })
            await Expect.ProblemAsync(await server.Nobody.SendAsync(method, path), 404, "not_found");
    }

    [Theory]
    [InlineData("PUT", "/api/events", "GET, POST")]
    [InlineData("GET", "/api/auth/login", "POST")]
    [InlineData("PATCH", "/api/events/cup/schedule", "GET, PUT")]
    [InlineData("PROPFIND", "/api/events/cup", "DELETE, GET, PATCH")]
    [InlineData("POST", "/api/events/cup/stream", "GET")]
    public async Task Another_method_is_rejected_with_those_that_there_are(string method, string path, string allowed)
    {
        var response = await server.Nobody.SendAsync(method, path, null);

        Assert.Equal(allowed, string.Join(", ", response.Content.Headers.Allow.Order()));
        await Expect.ProblemAsync(response, 405, "method_not_allowed");
    }

    [Fact]
    public async Task Every_response_forbids_to_guess_its_type()
    {
        var id = await server.EventAsync();
        foreach (var response in new[]
        {
            await server.Nobody.GetAsync($"/api/events/{id}"), await server.Nobody.GetAsync("/api/nothing"),
            await server.Nobody.SendAsync("POST", "/api/auth/login", "{"), await server.Nobody.GetAsync($"/api/events/{id}/matches/x"),
        })
            Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Names_in_any_script_come_back_as_they_were()
    {
        const string name = "Čeština 🏐 العربية <script>alert(\"&\")</script>";
        var id = await server.EventAsync();

        await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{id}", new { name }));

        Assert.Equal(name, (await server.Nobody.GetFromJsonAsync<JsonElement>($"/api/events/{id}")).Text("name"));
    }

    private async Task<string> ClaimedAsync()
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);
        return id;
    }
}
