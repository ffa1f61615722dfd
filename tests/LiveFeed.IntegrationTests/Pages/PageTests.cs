using System.Net;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Pages;

public sealed class PageTests(PageServer site) : IClassFixture<PageServer>
{
    [Theory]
    [InlineData("/", "Events")]
    [InlineData("/events/cup", "Live scores")]
    [InlineData("/events/%3Cb%3E", "Live scores")]
    [InlineData("/score/", "Keep score")]
    [InlineData("/score/cup", "Keep score")]
    [InlineData("/display/cup", "Display")]
    [InlineData("/manage/", "Manage")]
    [InlineData("/manage/cup", "Manage")]
    [InlineData("/coverage/cup", "Coverage")]
    [InlineData("/import/cup", "Import")]
    [InlineData("/score-sheets/", "Score sheets")]
    [InlineData("/rooms/", "Team room")]
    [InlineData("/notifications/", "Notifications")]
    [InlineData("/rooms/cup?team=1", "Team room")]
    public async Task Serves_its_page_whether_the_event_exists_or_not(string path, string title)
    {
        using var response = await site.Http.SendAsync("GET", path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Header("Content-Type"));
        Assert.Contains($"<title>{title}", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/event.html?id=cup", "events/cup")]
    [InlineData("/event.html?id=a%2Fb%0d%0a", "events/a%2Fb%0D%0A")]
    [InlineData("/event.html", "./")]
    [InlineData("/score", "score/")]
    [InlineData("/manage?x=1", "manage/?x=1")]
    [InlineData("/score-sheets?event=cup", "score-sheets/?event=cup")]
    [InlineData("/events/cup/", "../cup")]
    [InlineData("/import/%3Cb%3E/", "../%3Cb%3E")]
    public async Task Leads_to_the_address_below_which_its_links_are_right_under_any_prefix(string path, string location)
    {
        using var response = await site.Http.SendAsync("GET", path);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(location, response.Header("Location"));
    }

    [Theory]
    [InlineData("/events/cup?view=plain", "../display/cup?view=plain")]
    [InlineData("/events/%3Cb%3E?view=plain", "../display/%3Cb%3E?view=plain")]
    public async Task Leads_who_runs_no_script_to_the_plain_scoreboard(string path, string location)
    {
        using var response = await site.Http.SendAsync("GET", path);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(location, response.Header("Location"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/events/cup")]
    [InlineData("/css/livefeed.css")]
    [InlineData("/livefeed.js")]
    public async Task Responds_to_HEAD_and_to_a_known_version_without_a_body(string path)
    {
        using var whole = await site.Http.SendAsync("GET", path);
        using var head = await site.Http.SendAsync("HEAD", path);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(whole.Header("ETag"), head.Header("ETag"));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());

        foreach (var encoding in new[] { "identity", "br", "gzip" })
        {
            using var again = await site.Http.SendAsync("GET", path, null, ("If-None-Match", whole.Header("ETag")!), ("Accept-Encoding", encoding));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal("Accept-Encoding", again.Header("Vary"));
            Assert.Equal("no-cache", again.Header("Cache-Control"));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/score/cup")]
    [InlineData("/sw.js")]
    [InlineData("/favicon.svg")]
    public async Task Keeps_to_itself(string path)
    {
        using var response = await site.Http.SendAsync("GET", path);

        var policy = response.Header("Content-Security-Policy");
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        foreach (var part in new[] { "manifest-src 'self'", "worker-src 'self'", "font-src 'self'", "frame-ancestors 'none'" })
            Assert.Contains(part, policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", response.Header("Referrer-Policy"));
    }

    [Theory]
    [InlineData("/css/components.css")]
    [InlineData("/js/shared/dom.js")]
    public async Task What_can_only_be_a_part_of_a_page_leaves_the_policy_to_the_page(string path)
    {
        using var response = await site.Http.SendAsync("GET", path);

        Assert.Null(response.Header("Content-Security-Policy"));
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/score/cup")]
    public async Task Leaves_the_devices_alone(string page)
    {
        using var response = await site.Http.SendAsync("GET", page);

        Assert.Contains("camera=()", response.Header("Permissions-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "br")]
    [InlineData("/events/cup", "gzip")]
    [InlineData("/css/components.css", "br")]
    [InlineData("/js/shared/dom.js", "gzip")]
    [InlineData("/favicon.svg", "br")]
    public async Task Is_compressed_for_who_takes_it(string path, string encoding)
    {
        using var plain = await site.Http.SendAsync("GET", path);
        using var packed = await site.Http.SendAsync("GET", path, null, ("Accept-Encoding", encoding));

        Assert.Null(plain.Header("Content-Encoding"));
        Assert.Equal(encoding, packed.Header("Content-Encoding"));
        Assert.Equal("Accept-Encoding", plain.Header("Vary"));
        Assert.Equal("Accept-Encoding", packed.Header("Vary"));
        Assert.True((await packed.Content.ReadAsByteArrayAsync()).Length < (await plain.Content.ReadAsByteArrayAsync()).Length);
    }

    [Theory]
    [InlineData("/api/events")]
    [InlineData("/openapi/v1.json")]
    public async Task The_API_is_not_compressed(string path)
    {
        using var response = await site.Http.SendAsync("GET", path, null, ("Accept-Encoding", "br, gzip"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(response.Header("Content-Encoding"));
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/events")]
    [InlineData("/events/cup/more")]
    [InlineData("/display/")]
    [InlineData("/pages/events.html")]
    [InlineData("/css/none.css")]
    public async Task What_there_is_not_is_a_problem_also_for_who_takes_it_compressed(string path)
    {
        await Expect.ProblemAsync(await site.Http.SendAsync("GET", path), 404, "not_found");
        await Expect.ProblemAsync(await site.Http.SendAsync("GET", path, null, ("Accept-Encoding", "br, gzip")), 404, "not_found");
    }

    [Fact]
    public async Task Takes_nothing_but_GET_and_HEAD() =>
        await Expect.ProblemAsync(await site.Http.SendAsync("POST", "/events/cup", "{}"), 405, "method_not_allowed");
}

/// <summary>A server with a client that doesn't follow redirects, so that tests can look at them.</summary>
public sealed class PageServer : IAsyncLifetime
{
    private LiveFeedServer server = null!;

    public HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        server = await LiveFeedServer.StartAsync();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await server.DisposeAsync();
    }
}
