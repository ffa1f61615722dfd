using System.Net;
using System.Net.Http.Headers;
using LiveFeed.IntegrationTests.Proxies;
using LiveFeed.IntegrationTests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>The nginx of deploy: its cache, and what it keeps from the public. ProxyStreamTests and ProxyOutageTests have its streams.</summary>
public sealed class NginxTests : IAsyncLifetime
{
    private const string Feed = "api/events/cup/feed";
    private const string CacheStatus = "X-Cache-Status";

    // A response is cached for a second.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private LiveFeedServer server = null!;
    private ProxyProcess proxy = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        server = await LiveFeedServer.StartAsync("Proxies:0=127.0.0.1");
        proxy = await ProxyProcess.StartDeployedNginxAsync(server.Address);
        admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
    }

    public async Task DisposeAsync()
    {
        await proxy.DisposeAsync();
        await server.DisposeAsync();
    }

    [ProxyFact("nginx")]
    public async Task Polls_of_a_public_event_cost_LiveFeed_next_to_nothing_and_are_never_old()
    {
        const int Polls = 500;
        await Expect.SuccessAsync(await proxy.Http.GetAsync(Feed));
        var before = await CountPollsAsync();
        for (var i = 0; i < Polls; i++)
            await Expect.SuccessAsync(await proxy.Http.GetAsync(Feed));
        Assert.InRange(await CountPollsAsync() - before, 0, Polls / 5);

        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 7, 0));
        await Eventually.TrueAsync(
            async () => (await proxy.Http.GetStringAsync(Feed)).Contains("\"team1\":7", StringComparison.Ordinal), "The cache keeps an old state.", Patience);
    }

    [ProxyFact("nginx")]
    public async Task A_display_that_has_the_state_gets_304_from_the_cache()
    {
        using var first = await proxy.Http.GetAsync(Feed);
        await Eventually.TrueAsync(async () =>
        {
            using var second = await GetAsync(Feed, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            return second.Header(CacheStatus) == "HIT";
        }, "The cache served nothing.", Patience);
    }

    [ProxyFact("nginx")]
    public async Task A_wait_and_a_signed_in_reader_are_served_by_LiveFeed_itself()
    {
        await FillCacheAsync();

        using var own = await GetAsync(Feed, Bearer(admin));
        Assert.Equal(("no-cache, private", null), (own.Headers.CacheControl!.ToString(), own.Header(CacheStatus)));
        // nginx doesn't pass If-None-Match on where it caches.
        using var unchanged = await GetAsync(Feed, request =>
        {
            Bearer(admin)(request);
            request.Headers.IfNoneMatch.Add(own.Headers.ETag!);
        });
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);

        var waiting = proxy.Http.GetAsync($"{Feed}?after={own.Headers.ETag!.Tag.Trim('"')}&wait=25");
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        using var waited = await waiting;
        Assert.Null(waited.Header(CacheStatus));
        Assert.Equal("score-update", (await waited.JsonAsync()).GetProperty("entries")[0].Text("type"));
    }

    [ProxyFact("nginx")]
    public async Task What_is_sent_to_a_member_is_sent_to_nobody_else()
    {
        await admin.CreateEventAsync("club", visibility: "members");
        var (member, stranger) = (await server.RegisterAsync("Member"), await server.RegisterAsync("Stranger"));
        await admin.AddMemberAsync("club", member.Id, "spectator");
        const string Club = "api/events/club/feed";
        var credentials = new (string Query, Action<HttpRequestMessage> Apply)[]
        {
            ("", Bearer(member)),
            ("?limit=9", request => request.Headers.Add("Cookie", $"livefeed_access={member.AccessToken}")),
            ($"?ticket={await TicketAsync(member)}", _ => { }),
            // A name that nginx doesn't recognize, and LiveFeed does: here only the response says that it is private.
            ($"?%74icket={await TicketAsync(member)}", _ => { }),
        };

        foreach (var (query, apply) in credentials)
        {
            using (var own = await GetAsync(Club + query, apply))
            {
                Assert.Equal(HttpStatusCode.OK, own.StatusCode);
                Assert.NotEqual("HIT", own.Header(CacheStatus));
            }

            foreach (var other in new[] { _ => { }, Bearer(stranger) })
            {
                using var refused = await GetAsync(Club + query, other);
                Assert.True(refused.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{query}: {refused.StatusCode}");
            }
        }
    }

    [ProxyFact("nginx")]
    public async Task An_event_that_is_not_public_any_more_leaves_the_cache()
    {
        await FillCacheAsync();
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { visibility = "members" }));
        await Eventually.TrueAsync(async () => !(await proxy.Http.GetAsync(Feed)).IsSuccessStatusCode, "It is still in the cache.", Patience);
    }

    [ProxyFact("nginx")]
    public async Task A_stream_gets_no_503_and_every_other_request_does()
    {
        await using var failing = WebApplication.CreateSlimBuilder().Build();
        failing.Urls.Add("http://127.0.0.1:0");
        failing.MapFallback(() => Results.StatusCode(503));
        await failing.StartAsync();
        await using var inFront = await ProxyProcess.StartDeployedNginxAsync(new Uri(failing.Urls.Single()));

        using var stream = await inFront.Http.GetAsync("api/events/cup/stream?matches=1");
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (stream.StatusCode, stream.Content.Headers.ContentType?.MediaType));
        Assert.Equal("retry: 3000\n", await stream.Content.ReadAsStringAsync());
        Assert.True(stream.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await inFront.Http.GetAsync("api/events/cup")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await inFront.Http.GetAsync(Feed)).StatusCode);
    }

    /// <summary>A client that comes back without a token would never get in.</summary>
    [ProxyFact("nginx")]
    public async Task A_stream_that_needs_a_token_is_rejected_as_without_nginx()
    {
        await admin.CreateEventAsync("club", visibility: "members");
        await Expect.ProblemAsync(await proxy.Http.GetAsync("api/events/club/stream"), 401, "token_required");
    }

    [ProxyFact("nginx")]
    public async Task Metrics_are_not_for_the_public()
    {
        foreach (var path in new[] { "metrics", "Metrics", "metrics/", "%6detrics", "//metrics", "x/../metrics" })
            Assert.DoesNotContain("livefeed_", await (await proxy.Http.GetAsync(new Uri($"{proxy.Http.BaseAddress}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True((await proxy.Http.GetAsync("health/ready")).IsSuccessStatusCode);
    }

    [ProxyFact("nginx")]
    public async Task No_log_has_the_secrets_of_addresses()
    {
        const string Secret = "nobody-may-read-this";
        var addresses = new[] { $"{Feed}?ticket={Secret}", $"api/events/cup/stream?ticket={Secret}", $"api/invitations/{Secret}", $"api/invitations/{Secret}/accept" };
        foreach (var address in addresses)
            (await proxy.Http.GetAsync(address)).Dispose();
        // During an outage nginx reports each request in its other log.
        await server.RestartAsync(async () =>
        {
            foreach (var address in addresses)
                (await proxy.Http.GetAsync(address)).Dispose();
        });

        var logs = string.Concat(Directory.EnumerateFiles(proxy.Folder, "*log").Select(File.ReadAllText));
        Assert.Contains("GET /api/invitations/{token}/accept", logs, StringComparison.Ordinal);
        Assert.Contains("GET /api/events/cup/stream", logs, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, logs, StringComparison.Ordinal);
    }

    [ProxyFact("nginx")]
    public async Task Plain_http_is_sent_to_https()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var response = await http.GetAsync($"{proxy.PlainAddress}events/cup?court=1");
        Assert.Equal((HttpStatusCode.PermanentRedirect, "https://127.0.0.1/events/cup?court=1"), (response.StatusCode, response.Header("Location")));
    }

    /// <summary>LiveFeed's own limit is reached first, because its response says what is wrong.</summary>
    [ProxyFact("nginx")]
    public async Task A_schedule_that_is_too_large_gets_LiveFeeds_own_response()
    {
        var file = new ByteArrayContent(new byte[Api.Schedules.ScheduleEndpoints.MaxUpload + 1]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var request = new HttpRequestMessage(HttpMethod.Put, "api/events/cup/schedule") { Content = file, Version = HttpVersion.Version20 };
        Bearer(admin)(request);
        await Expect.ProblemAsync(await proxy.Http.SendAsync(request), 413, "body_too_large");
    }

    private static Action<HttpRequestMessage> Bearer(ApiUser user) => request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", user.AccessToken);

    private static async Task<string> TicketAsync(ApiUser user) => (await Expect.SuccessAsync(await user.PostAsync("/api/streams/tickets"))).Text("ticket")!;

    private Task FillCacheAsync() =>
        Eventually.TrueAsync(async () => (await proxy.Http.GetAsync(Feed)).Header(CacheStatus) == "HIT", "The cache served nothing.", Patience);

    private Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestMessage> apply)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Version = proxy.Http.DefaultRequestVersion, VersionPolicy = proxy.Http.DefaultVersionPolicy };
        apply(request);
        return proxy.Http.SendAsync(request);
    }

    private async Task<double> CountPollsAsync() => (await Scrape.ReadAsync(server.Http)).Samples
        .Where(sample => sample.Name == "http_server_request_duration_seconds_count" && sample.Labels.Contains("http_route=\"/api/events/{eventId}/feed\"", StringComparison.Ordinal))
        .Sum(sample => sample.Value);
}
