using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.RateLimits;

/// <summary>The default limits, at a hall whose Wi-Fi is one address, and at an attacker's who knows somebody's email address.</summary>
public sealed class SessionRateLimitTests
{
    private const string HallAddress = "203.0.113.1";
    private const string OtherAddress = "198.51.100.7";

    [Fact]
    public async Task The_sessions_of_one_address_are_all_renewed_within_a_minute()
    {
        // Only the refreshes are counted: the sign-ins of one account would be too many.
        await using var server = await LiveFeedServer.StartAsync("RateLimits:Enabled=true", "RateLimits:Account:Permits=1000", "RateLimits:AccountAnywhere:Permits=1000");
        var sessions = new List<string>();
        for (var i = 0; i < 130; i++)
            sessions.Add((await server.AdminAsync()).RefreshToken);

        var responses = await Task.WhenAll(sessions.Select(token => server.RefreshAsync(token)));

        foreach (var response in responses)
            await Expect.SuccessAsync(response);
        Assert.Equal(("10", "9"), (responses[0].Header("X-RateLimit-Limit"), responses[0].Header("X-RateLimit-Remaining")));
    }

    [Fact]
    public async Task A_flood_of_empty_logouts_and_invented_tokens_leaves_refresh_and_sign_in_alone()
    {
        await using var server = await LiveFeedServer.StartAsync("RateLimits:Enabled=true", "RateLimits:UnknownRefresh:Period=01:00:00");
        var session = await server.AdminAsync();

        for (var i = 0; i < 50; i++)
        {
            await server.Http.SendAsync("POST", "/api/auth/logout", "{}");
            await server.RefreshAsync($"invented-{i}");
        }

        await Expect.ProblemAsync(await server.Http.SendAsync("POST", "/api/auth/logout", "{}"), 429, "rate_limited");
        await Expect.ProblemAsync(await server.RefreshAsync("invented"), 429, "rate_limited");
        var next = (await Expect.SuccessAsync(await server.RefreshAsync(session.RefreshToken))).Text("refreshToken")!;
        await Expect.SuccessAsync(await server.LogInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password));
        await Expect.SuccessAsync(await server.Http.SendAsync("POST", "/api/auth/logout", JsonSerializer.Serialize(new { refreshToken = next })));
        await Expect.ProblemAsync(await server.RefreshAsync(next), 429, "rate_limited");
    }

    [Fact]
    public async Task One_session_can_be_renewed_ten_times_a_minute_and_no_other_is_held_up()
    {
        await using var server = await LiveFeedServer.StartAsync("RateLimits:Enabled=true", "RateLimits:Refresh:Period=01:00:00");
        var (session, other) = (await server.AdminAsync(), await server.AdminAsync());
        var token = session.RefreshToken;
        for (var i = 0; i < 10; i++)
            token = (await Expect.SuccessAsync(await server.RefreshAsync(token))).Text("refreshToken")!;

        Assert.Equal("session", (await Expect.ProblemAsync(await server.RefreshAsync(token), 429, "rate_limited")).Text("sharedBy"));

        await Expect.SuccessAsync(await server.RefreshAsync(other.RefreshToken));
    }

    [Fact]
    public async Task Wrong_passwords_from_another_address_do_not_lock_the_owner_out()
    {
        await using var server = await LiveFeedServer.StartAsync("RateLimits:Enabled=true", "Proxies:0=127.0.0.1", "RateLimits:Account:Period=01:00:00");
        for (var i = 0; i < 10; i++)
            await server.LogInAsync(LiveFeedServer.AdminEmail, "a-wrong-password", OtherAddress);
        var problem = await Expect.ProblemAsync(await server.LogInAsync(LiveFeedServer.AdminEmail, "a-wrong-password", OtherAddress), 429, "rate_limited");
        Assert.Equal("account", problem.Text("sharedBy"));

        await Expect.SuccessAsync(await server.LogInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password, HallAddress));
    }

    [Fact]
    public async Task An_account_is_limited_over_all_addresses_too()
    {
        await using var server = await LiveFeedServer.StartAsync(
            "RateLimits:Enabled=true", "Proxies:0=127.0.0.1", "RateLimits:Account:Permits=1", "RateLimits:Account:Period=01:00:00",
            "RateLimits:AccountAnywhere:Permits=2", "RateLimits:AccountAnywhere:Period=01:00:00");
        // What one address may not even try doesn't count against the account.
        foreach (var expected in new[] { 401, 429, 429 })
            Assert.Equal(expected, (int)(await server.LogInAsync(LiveFeedServer.AdminEmail, "a-wrong-password", OtherAddress)).StatusCode);
        await Expect.SuccessAsync(await server.LogInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password, HallAddress));

        await Expect.ProblemAsync(await server.LogInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password, "203.0.113.2"), 429, "rate_limited");
    }
}
