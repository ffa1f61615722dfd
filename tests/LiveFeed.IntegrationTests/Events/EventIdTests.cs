using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Events;

/// <summary>Which ids events may have, and what comes of others.</summary>
public sealed class EventIdTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task An_id_is_taken_once()
    {
        var id = await server.EventAsync();

        var problem = await Expect.ProblemAsync(await server.Admin.PostAsync("/api/events", new { id, name = "Again", sport = "generic" }), 409, "event_exists");

        Assert.Equal(["id"], problem.Positions());
    }

    [Fact]
    public async Task Ids_that_differ_in_case_are_two_events()
    {
        var (upper, lower) = ("Cup", "cup");
        await server.Admin.CreateEventAsync(upper, 2);
        await server.Admin.CreateEventAsync(lower, 1);
        await server.Admin.ClaimAsync(upper, 1);
        await Expect.SuccessAsync(await server.Admin.ScoreAsync(upper, 1, 1, 0));

        Assert.Equal("Event Cup", (await server.Admin.GetAsync($"/api/events/{upper}")).Text("name"));
        Assert.Equal("Event cup", (await server.Admin.GetAsync($"/api/events/{lower}")).Text("name"));
        Assert.Equal(2, (await server.Admin.GetAsync($"/api/events/{upper}/matches")).Number("total"));
        Assert.Equal(1, (await server.Admin.GetAsync($"/api/events/{lower}/matches")).Number("total"));
        Assert.Equal(0, (await server.Admin.GetAsync($"/api/events/{lower}/scores")).Number("total"));
        await Expect.ProblemAsync(await server.Nobody.GetAsync("/api/events/CUP"), 404, "event_not_found");

        Assert.Equal(204, (int)(await server.Admin.DeleteAsync($"/api/events/{lower}")).StatusCode);
        Assert.Equal(1, (await server.Admin.GetAsync($"/api/events/{upper}/scores")).Number("total"));
    }

    [Theory]
    [InlineData("-", 201)]
    [InlineData("PTAwMDAwNDEzMTQ90", 201)]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234", 201)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", 400)]
    [InlineData("", 400)]
    [InlineData("two words", 400)]
    [InlineData("line\r\nSet-Cookie: a=b", 400)]
    [InlineData("line\nfeed", 400)]
    [InlineData("nul\0", 400)]
    [InlineData("cup\n", 400)]
    [InlineData("größe", 400)]
    [InlineData("a.b", 400)]
    [InlineData("a/b", 400)]
    [InlineData("../..", 400)]
    [InlineData("a%20b", 400)]
    public async Task An_id_has_1_to_64_harmless_characters(string id, int status)
    {
        var response = await server.Admin.PostAsync("/api/events", new { id, name = "An event", sport = "generic" });

        Assert.Equal(status, (int)response.StatusCode);
        if (status == 400)
            await Expect.ProblemAsync(response, 400, "invalid_event_id");
    }

    [Theory]
    [InlineData("two%20words")]
    [InlineData("line%0d%0aX-Injected:%20yes")]
    [InlineData("line%0aX-Injected:%20yes")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("%C3%A4")]
    [InlineData("a%2Fb")]
    [InlineData("a%7F")]
    public async Task A_malformed_id_in_the_address_is_rejected_everywhere_and_echoed_into_no_header(string id)
    {
        foreach (var (method, rest) in new[]
        {
            ("GET", ""), ("PATCH", ""), ("DELETE", ""), ("PUT", "/schedule"), ("GET", "/schedule"), ("GET", "/matches"), ("GET", "/matches/1"),
            ("GET", "/teams"), ("POST", "/scores"), ("GET", "/scores"), ("GET", "/scores/1"), ("GET", "/scores/1/history"), ("GET", "/scores/conflicts"),
            ("POST", "/claims/1"), ("DELETE", "/claims/1"), ("GET", "/claims"), ("GET", "/claims/1"), ("GET", "/coverage-plans"),
            ("PUT", "/coverage-plans"), ("DELETE", "/coverage-plans"), ("GET", "/members"), ("PUT", "/members/x"), ("DELETE", "/members/x"),
            ("POST", "/import"), ("GET", "/export"), ("GET", "/stream"), ("GET", "/feed"),
        })
        {
            var body = (method, rest) switch
            {
                ("PATCH", _) or ("POST", "/claims/1") or ("POST", "/import") => "{}",
                ("PUT", "/schedule") => """{"matches":[]}""",
                ("POST", "/scores") => """{"matchId":1,"sets":[],"status":"scheduled"}""",
                ("PUT", "/coverage-plans") => """{"selectedMatches":[]}""",
                ("PUT", _) => """{"role":"media"}""",
                _ => null,
            };
            var response = await server.Admin.SendAsync(method, $"/api/events/{id}{rest}", body);

            foreach (var header in response.Headers.Concat(response.Content.Headers))
            {
                Assert.NotEqual("X-Injected", header.Key);
                Assert.DoesNotContain(header.Value, value => value.Contains("Injected", StringComparison.Ordinal) || value.Contains("words", StringComparison.Ordinal));
            }

            await Expect.ProblemAsync(response, 400, "invalid_event_id");
        }
    }

    [Fact]
    public async Task A_NUL_in_the_address_gets_no_further_than_the_door()
    {
        var response = await server.Nobody.GetAsync("/api/events/nul%00");

        Assert.Equal(400, (int)response.StatusCode);
    }
}
