using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>Invariant 7: nobody gets an entry, or its id, that they may not see.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task A_members_event_streams_to_members_only()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("club", visibility: "members");
        var member = await server.RegisterAsync("Member");
        var stranger = await server.RegisterAsync("Stranger");
        await admin.AddMemberAsync("club", member.Id, "spectator");

        foreach (var path in new[] { "/api/events/club/stream", "/api/events/club/feed", "/api/events/club/scores", "/api/events/club" })
        {
            await Expect.ProblemAsync(await server.Http.GetAsync(path), 401, "token_required");
            await Expect.ProblemAsync(await stranger.Http.GetAsync(path), 403, "not_a_member");
        }

        await using var stream = await StreamClient.OpenAsync(member.Http, "/api/events/club/stream");
        Assert.Equal("snapshot", (await stream.NextAsync())!.Kind);
    }

    [Fact]
    public async Task A_removed_membership_closes_that_users_streams_before_another_entry()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("club", visibility: "members");
        await admin.ClaimAsync("club", 1);
        var (leaving, staying) = (await server.RegisterAsync("Leaving"), await server.RegisterAsync("Staying"));
        await admin.AddMemberAsync("club", leaving.Id, "spectator");
        await admin.AddMemberAsync("club", staying.Id, "spectator");
        await using var closed = await StreamClient.OpenAsync(leaving.Http, "/api/events/club/stream");
        await using var open = await StreamClient.OpenAsync(staying.Http, "/api/events/club/stream");
        await closed.NextAsync();
        await open.NextAsync();

        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/club/members/{leaving.Id}"));
        await Expect.SuccessAsync(await admin.ScoreAsync("club", 1, 1, 0));

        var bye = await closed.NextAsync();
        Assert.Equal(("bye", "access_revoked"), (bye!.Type, bye.Data.GetProperty("code").GetString()));
        Assert.Null(await closed.NextAsync());
        Assert.Equal("score-update", (await open.NextAsync())!.Kind);
        await Expect.ProblemAsync(await leaving.Http.GetAsync("/api/events/club/stream"), 403, "not_a_member");
    }

    [Fact]
    public async Task An_event_that_becomes_members_only_closes_the_streams_of_others()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var anonymous = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        await anonymous.NextAsync();

        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { visibility = "members" }));

        var bye = await anonymous.UntilAsync(item => item.Type == "bye");
        Assert.Equal("access_revoked", bye.Data.GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_is_committed_with_a_restriction_reaches_only_those_who_may_still_read()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        for (var round = 0; round < 25; round++)
        {
            var path = $"/api/events/cup-{round}";
            await admin.CreateEventAsync($"cup-{round}");
            await using var anonymous = await StreamClient.OpenAsync(server.Http, $"{path}/stream");
            var cursor = (await anonymous.NextAsync())!.Id;
            var (others, own) = (server.Http.GetAsync($"{path}/feed?after={cursor}&wait=20"), admin.Http.GetAsync($"{path}/feed?after={cursor}&wait=20"));

            await Expect.SuccessAsync(await admin.PatchAsync(path, new { name = "A secret name", visibility = "members" }));

            var bye = await anonymous.NextAsync();
            Assert.Equal(("bye", "access_revoked"), (bye!.Type, bye.Data.GetProperty("code").GetString()));
            await Expect.ProblemAsync(await others, 401, "token_required");
            var seen = await own;
            Assert.Contains("A secret name", await seen.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal("no-cache, private", seen.Headers.CacheControl!.ToString());
        }
    }

    [Fact]
    public async Task A_ticket_opens_one_stream_within_a_minute()
    {
        var time = TestTime.Create();
        await using var server = await LiveFeedServer.StartAsync(time, null);
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("club", visibility: "members");
        async Task<string> BuyAsync() =>
            (await Expect.SuccessAsync(await admin.PostAsync("/api/streams/tickets"))).GetProperty("ticket").GetString()!;

        var ticket = await BuyAsync();
        await using (var stream = await StreamClient.OpenAsync(server.Http, $"/api/events/club/stream?ticket={ticket}"))
            Assert.Equal("snapshot", (await stream.NextAsync())!.Kind);
        await Expect.ProblemAsync(await server.Http.GetAsync($"/api/events/club/stream?ticket={ticket}"), 401, "invalid_ticket");

        var late = await BuyAsync();
        time.Advance(TimeSpan.FromSeconds(61));
        await Expect.ProblemAsync(await server.Http.GetAsync($"/api/events/club/stream?ticket={late}"), 401, "invalid_ticket");
        await Expect.ProblemAsync(await server.Http.GetAsync($"/api/events/club/scores?ticket={await BuyAsync()}"), 401, "token_required");
    }

    [Fact]
    public async Task A_ticket_ends_with_the_token_that_it_stands_for()
    {
        var time = TestTime.Create();
        await using var server = await LiveFeedServer.StartAsync(time, null, "Jwt:AccessLifetime=00:00:05");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("club", visibility: "members");
        var tickets = new List<JsonElement>();
        for (var i = 0; i < 2; i++)
            tickets.Add(await Expect.SuccessAsync(await admin.PostAsync("/api/streams/tickets")));
        Assert.Equal(time.GetUtcNow().AddSeconds(5), tickets[0].GetProperty("expiresAt").GetDateTimeOffset());

        time.Advance(TimeSpan.FromSeconds(5));

        foreach (var (path, ticket) in new[] { "feed", "stream" }.Zip(tickets))
        {
            var problem = await Expect.ProblemAsync(
                await server.Http.GetAsync($"/api/events/club/{path}?ticket={ticket.GetProperty("ticket").GetString()}"), 401, "invalid_ticket");
            Assert.Contains("?lastEventId=", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_access_cookie_opens_streams_and_nothing_else()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("club", visibility: "members");
        using var browser = server.Client();
        browser.DefaultRequestHeaders.Add("Cookie", $"livefeed_access={admin.AccessToken}");

        await using var stream = await StreamClient.OpenAsync(browser, "/api/events/club/stream");
        Assert.Equal("snapshot", (await stream.NextAsync())!.Kind);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/events/club/feed")).StatusCode);
        await Expect.ProblemAsync(await browser.GetAsync("/api/auth/me"), 401, "token_required");
        await Expect.ProblemAsync(await browser.PostAsJsonAsync("/api/events/club/claims/1", new { }), 401, "token_required");
    }

    [Fact]
    public async Task A_bad_token_is_rejected_on_a_public_event_too()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        using var http = server.Client();
        http.DefaultRequestHeaders.Add("Authorization", "Bearer nonsense");
        foreach (var path in new[] { "/api/events/cup/stream", "/api/events/cup/feed", "/api/events/cup/scores", "/api/events" })
            await Expect.ProblemAsync(await http.GetAsync(path), 401, "invalid_token");
    }

    [Fact]
    public async Task The_tokens_end_closes_the_stream()
    {
        var time = TestTime.Create();
        await using var server = await LiveFeedServer.StartAsync(time, null, "Jwt:AccessLifetime=00:10:00");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var stream = await StreamClient.OpenAsync(admin.Http, "/api/events/cup/stream");
        await using var anonymous = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        await stream.NextAsync();
        await anonymous.NextAsync();

        time.Advance(TimeSpan.FromMinutes(10));

        var bye = await stream.UntilAsync(item => item.Type == "bye");
        Assert.Equal("token_expired", bye.Data.GetProperty("code").GetString());
        Assert.Null(await stream.NextAsync());
        await Expect.ProblemAsync(await admin.Http.GetAsync("/api/events/cup/stream"), 401, "token_expired");
        var next = anonymous.NextAsync(TimeSpan.FromMinutes(1));
        Assert.False(next.IsCompleted, "An anonymous reader has no token that could end.");
    }

    [Theory]
    [InlineData("Streams:MaxPerUser=2", true)]
    [InlineData("Streams:MaxPerAddress=2", false)]
    [InlineData("Streams:MaxPerEvent=2", false)]
    [InlineData("Streams:MaxPerInstance=2", false)]
    public async Task Beyond_a_limit_a_stream_is_rejected_until_another_ends(string limit, bool signedIn)
    {
        await using var server = await LiveFeedServer.StartAsync(limit);
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        var http = signedIn ? admin.Http : server.Http;
        await using var first = await StreamClient.OpenAsync(http, "/api/events/cup/stream");
        var second = await StreamClient.OpenAsync(http, "/api/events/cup/stream");

        using (var rejected = await http.GetAsync("/api/events/cup/stream"))
        {
            Assert.NotNull(rejected.Headers.RetryAfter);
            await Expect.ProblemAsync(rejected, 429, "too_many_streams");
        }

        await second.DisposeAsync();
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                await using var again = await StreamClient.OpenAsync(http, "/api/events/cup/stream");
                return true;
            }
            catch (StreamRejectedException)
            {
                return false;
            }
        });
    }

    [Fact]
    public async Task No_entry_shows_an_address()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        Assert.DoesNotContain("example.org", await server.Http.GetStringAsync("/api/events/cup/feed"));
    }
}
