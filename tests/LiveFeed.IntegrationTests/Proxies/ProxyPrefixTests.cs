using System.Net.Http.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Proxies;

/// <summary>Below a path prefix that a proxy takes off, locations and cookies have it, and streams work.</summary>
public sealed class ProxyPrefixTests
{
    [ProxyFact("nginx")]
    public Task Nginx_may_take_a_prefix_off() => LocationsAndCookiesHaveThePrefixAsync(ProxyProcess.StartPrefixedNginxAsync);

    [ProxyFact("haproxy")]
    public Task Haproxy_may_take_a_prefix_off() => LocationsAndCookiesHaveThePrefixAsync(ProxyProcess.StartPrefixedHaproxyAsync);

    [ProxyFact("caddy")]
    public Task Caddy_may_take_a_prefix_off() => LocationsAndCookiesHaveThePrefixAsync(ProxyProcess.StartPrefixedCaddyAsync);

    private static async Task LocationsAndCookiesHaveThePrefixAsync(Func<Uri, Task<ProxyProcess>> start)
    {
        await using var server = await LiveFeedServer.StartAsync("Proxies:0=127.0.0.1");
        await using var proxy = await start(server.Address);

        var signedIn = await proxy.Http.PostAsJsonAsync("api/auth/login?cookies=true", new { email = LiveFeedServer.AdminEmail, password = LiveFeedServer.Password });
        var cookies = signedIn.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("livefeed_access=", StringComparison.Ordinal) && cookie.Contains("; path=/scores/api;", StringComparison.Ordinal));
        Assert.Contains(cookies, cookie => cookie.StartsWith("livefeed_refresh=", StringComparison.Ordinal) && cookie.Contains("; path=/scores/api/auth;", StringComparison.Ordinal));

        var session = await Expect.SuccessAsync(signedIn);
        proxy.Http.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", session.Text("accessToken"));
        var created = await proxy.Http.PostAsJsonAsync("api/events", new { id = "cup", name = "Cup", sport = "generic" });
        Assert.Equal("/scores/api/events/cup", created.Header("Location"));

        var swagger = await proxy.Http.GetAsync("swagger");
        Assert.Equal("/scores/swagger/index.html", swagger.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("../openapi/v1.json", await proxy.Http.GetStringAsync("swagger/index.js"), StringComparison.Ordinal);
        Assert.Equal("../", (await proxy.Http.GetAsync("openapi/v1.json").JsonAsync()).GetProperty("servers")[0].Text("url"));

        await using var stream = await StreamClient.OpenAsync(proxy.Http, "api/events/cup/stream");
        Assert.Equal("snapshot", (await stream.NextAsync())!.Kind);
    }
}
