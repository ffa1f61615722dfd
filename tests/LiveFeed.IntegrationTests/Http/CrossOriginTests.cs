using System.Net;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Http;

/// <summary>What pages of other origins may do (fetch.spec.whatwg.org, "CORS protocol").</summary>
public sealed class CrossOriginTests
{
    private const string Club = "https://club.example";

    [Theory]
    [InlineData("/api/events", 200)]
    [InlineData("/api/events/{0}/scores", 200)]
    [InlineData("/api/events/{0}/feed", 200)]
    [InlineData("/api/events/unknown/feed", 404)]
    [InlineData("/livefeed.js", 200)]
    [InlineData("/js/client/connect.js", 200)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/schemas/score-update.json", 200)]
    [InlineData("/asyncapi/v1.json", 200)]
    public async Task Everybodys_pages_may_read_what_everybody_may_read(string path, int status)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        foreach (var origin in new[] { "http://integrator.example", "" })
        {
            var response = await server.Http.SendAsync(Request(HttpMethod.Get, path.Replace("{0}", "cup", StringComparison.Ordinal), origin));
            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal("*", response.Header("Access-Control-Allow-Origin"));
            Assert.Equal(!path.EndsWith(".js", StringComparison.Ordinal), response.Header("Access-Control-Expose-Headers")?.Contains("ETag", StringComparison.Ordinal) == true);
            Assert.DoesNotContain("Origin", response.Header("Vary") ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_stream_may_be_read_by_everybodys_pages()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        using var browser = server.Client();
        browser.DefaultRequestHeaders.Add("Origin", "http://integrator.example");

        await using var stream = await StreamClient.OpenAsync(browser, "/api/events/cup/stream");

        Assert.Equal("*", stream.Response.Header("Access-Control-Allow-Origin"));
        Assert.Equal("snapshot", (await stream.NextAsync())!.Kind);
    }

    [Theory]
    [InlineData("http://integrator.example", "GET", "if-none-match", "*")]
    [InlineData("http://integrator.example", "GET", "last-event-id", "*")]
    [InlineData("http://integrator.example", "POST", "authorization", null)]
    [InlineData(Club, "POST", "authorization,content-type,idempotency-key", Club)]
    [InlineData(Club, "PATCH", "authorization,if-match", Club)]
    [InlineData(Club, "GET", "authorization", Club)]
    public async Task A_preflight_is_answered_by_what_the_page_may_do(string origin, string method, string headers, string? allowed)
    {
        await using var server = await LiveFeedServer.StartAsync($"Cors:Origins:0={Club}");
        await (await server.AdminAsync()).CreateEventAsync("cup");
        var preflight = Request(HttpMethod.Options, "/api/events/cup/scores", origin);
        preflight.Headers.Add("Access-Control-Request-Method", method);
        preflight.Headers.Add("Access-Control-Request-Headers", headers);

        var response = await server.Http.SendAsync(preflight);

        Assert.Equal(allowed, response.Header("Access-Control-Allow-Origin"));
        Assert.Equal(allowed is not null, response.StatusCode == HttpStatusCode.NoContent);
        if (allowed is null)
            return;
        Assert.Contains(method, response.Header("Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.All(headers.Split(','), header => Assert.Contains(header, response.Header("Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_listed_origin_may_use_the_whole_API_and_caches_keep_the_origins_apart()
    {
        await using var server = await LiveFeedServer.StartAsync($"Cors:Origins:0={Club}");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        foreach (var (origin, allowed) in new[] { (Club, Club), ("http://other.example", "*"), ("", "*") })
        {
            var read = await server.Http.SendAsync(Request(HttpMethod.Get, "/api/events/cup/scores", origin));
            Assert.Equal((allowed, "Origin"), (read.Header("Access-Control-Allow-Origin"), read.Header("Vary")));
        }

        var write = Request(HttpMethod.Post, "/api/events/cup/claims/1", Club);
        write.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", admin.AccessToken);
        var claimed = await server.Http.SendAsync(write);
        Assert.Equal(HttpStatusCode.Created, claimed.StatusCode);
        Assert.Equal(Club, claimed.Header("Access-Control-Allow-Origin"));
        Assert.Null(claimed.Header("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Sec-Fetch-Site", "none", true)]
    [InlineData("Origin", "http://evil.example", false)]
    [InlineData("Origin", null, true)]
    [InlineData("X-Nothing", "1", true)]
    public async Task A_cookie_counts_only_for_pages_of_this_origin(string header, string? value, bool counts)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("club", visibility: "members");
        var request = Request(HttpMethod.Get, "/api/events/club/feed", "");
        request.Headers.Add("Cookie", $"livefeed_access={admin.AccessToken}");
        request.Headers.Add(header, value ?? server.Address.ToString().TrimEnd('/'));

        var response = await server.Http.SendAsync(request);

        Assert.Equal(counts ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string origin)
    {
        var request = new HttpRequestMessage(method, path);
        if (origin.Length > 0)
            request.Headers.Add("Origin", origin);
        return request;
    }
}
