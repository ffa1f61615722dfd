using System.Net.Http.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Http;

/// <summary>Below a path prefix everything works, however it is known.</summary>
public sealed class PathPrefixTests
{
    [Theory]
    [InlineData("Proxies:0=127.0.0.1", "/api", "/scores")]
    [InlineData("PathBase=/scores", "/api", null)]
    [InlineData("PathBase=/scores", "/scores/api", null)]
    public async Task Locations_and_cookies_have_the_prefix(string setting, string path, string? header)
    {
        await using var server = await LiveFeedServer.StartAsync(setting);
        using var http = server.Client();
        if (header is not null)
            http.DefaultRequestHeaders.Add("X-Forwarded-Prefix", header);

        var signedIn = await http.PostAsJsonAsync($"{path}/auth/login?cookies=true", new { email = LiveFeedServer.AdminEmail, password = LiveFeedServer.Password });
        var cookies = signedIn.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("livefeed_access=", StringComparison.Ordinal) && cookie.Contains("; path=/scores/api;", StringComparison.Ordinal));
        Assert.Contains(cookies, cookie => cookie.StartsWith("livefeed_refresh=", StringComparison.Ordinal) && cookie.Contains("; path=/scores/api/auth;", StringComparison.Ordinal));

        var session = await Expect.SuccessAsync(signedIn);
        http.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", session.Text("accessToken"));
        var created = await http.PostAsJsonAsync($"{path}/events", new { id = "cup", name = "Cup", sport = "generic" });
        Assert.Equal("/scores/api/events/cup", created.Header("Location"));

        await Expect.SuccessAsync(await http.PutAsJsonAsync($"{path}/events/cup/schedule", TestSchedule.Of(1)));
        Assert.Equal("/scores/api/events/cup/claims/1", (await http.PostAsJsonAsync($"{path}/events/cup/claims/1", new { })).Header("Location"));
        var scored = await http.PostAsJsonAsync($"{path}/events/cup/scores", new { matchId = 1, sets = new[] { new { team1 = 1, team2 = 0 } }, status = "inProgress" });
        Assert.Equal("/scores/api/events/cup/scores/1", scored.Header("Location"));
    }

    [Fact]
    public async Task A_prefix_of_a_sender_that_is_not_listed_does_not_count()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        admin.Http.DefaultRequestHeaders.Add("X-Forwarded-Prefix", "/evil");
        var created = await admin.Http.PostAsJsonAsync("/api/events", new { id = "cup", name = "Cup", sport = "generic" });
        Assert.Equal("/api/events/cup", created.Header("Location"));
    }

    [Fact]
    public async Task Cookies_last_by_seconds_and_not_by_a_date_that_a_wrong_clock_has_passed()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var signedIn = await server.Http.PostAsJsonAsync("/api/auth/login?cookies=true", new { email = LiveFeedServer.AdminEmail, password = LiveFeedServer.Password });
        Assert.All(signedIn.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.Matches("; max-age=[0-9]{4,}", cookie);
            Assert.DoesNotContain("expires=", cookie, StringComparison.Ordinal);
        });
    }
}
