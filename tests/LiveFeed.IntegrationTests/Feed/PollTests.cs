using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Feed;

public sealed class PollTests : IAsyncLifetime
{
    private const string Feed = "/api/events/cup/feed";
    private readonly FakeTimeProvider time = TestTime.Create();
    private LiveFeedServer server = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        server = await LiveFeedServer.StartAsync(time, null);
        admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 2);
        await admin.ClaimAsync("cup", 1);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Polling_from_a_snapshot_brings_every_entry_after_it_in_pages()
    {
        var snapshot = await GetAsync(Feed);
        for (var i = 1; i <= 7; i++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, i, 0));

        var (cursor, points) = (snapshot.GetProperty("cursor").GetString(), new List<int>());
        for (var more = true; more;)
        {
            var page = await GetAsync($"{Feed}?after={cursor}&limit=3");
            points.AddRange(page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("sets")[0].GetProperty("team1").GetInt32()));
            (cursor, more) = (page.GetProperty("cursor").GetString(), page.GetProperty("more").GetBoolean());
        }

        Assert.Equal(Enumerable.Range(1, 7), points);
        Assert.Equal(0, (await GetAsync($"{Feed}?after={cursor}")).GetProperty("entries").GetArrayLength());
    }

    [Fact]
    public async Task What_a_cache_may_keep_says_nothing_of_one_readers_bucket()
    {
        await using var limited = await LiveFeedServer.StartAsync("RateLimits:Enabled=true");
        var user = await limited.AdminAsync();
        await user.CreateEventAsync("cup");

        using var shared = await limited.Http.GetAsync(Feed);
        using var own = await user.Http.GetAsync(Feed);

        Assert.True(shared.Headers.CacheControl!.Public);
        Assert.DoesNotContain(shared.Headers, header => header.Key.StartsWith("X-RateLimit", StringComparison.Ordinal));
        Assert.True(own.Headers.Contains("X-RateLimit-Limit"));
    }

    [Fact]
    public async Task The_cursor_is_the_ETag_and_nothing_new_is_304()
    {
        using var first = await server.Http.GetAsync(Feed);
        Assert.Equal("public, max-age=1, stale-while-revalidate=0", first.Headers.CacheControl!.ToString());
        // What is sent to a user isn't for a cache, although everybody may read it.
        Assert.Equal("no-cache, private", (await admin.Http.GetAsync(Feed)).Headers.CacheControl!.ToString());
        var etag = first.Headers.ETag!;
        Assert.Equal(HttpStatusCode.NotModified, (await PollAsync(Feed, etag)).StatusCode);

        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        using var changed = await PollAsync(Feed, etag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(etag, changed.Headers.ETag);
    }

    [Fact]
    public async Task A_wait_ends_with_the_next_entry()
    {
        var cursor = (await GetAsync(Feed)).GetProperty("cursor").GetString();
        var waiting = GetAsync($"{Feed}?after={cursor}&wait=25");
        var other = GetAsync($"{Feed}?after={cursor}&wait=25&matches=2");
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        Assert.Equal("score-update", (await waiting).GetProperty("entries")[0].GetProperty("type").GetString());

        // Entries that don't match the filter don't end a wait.
        Assert.False(other.IsCompleted);
        await admin.ClaimAsync("cup", 2);
        Assert.Equal("claim-update", (await other).GetProperty("entries")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_wait_that_is_over_brings_304_or_an_empty_page()
    {
        using var first = await server.Http.GetAsync(Feed);
        var cursor = first.Headers.ETag!.Tag.Trim('"');
        var conditional = PollAsync($"{Feed}?wait=10", first.Headers.ETag);
        var plain = GetAsync($"{Feed}?after={cursor}&wait=10");
        while (!conditional.IsCompleted || !plain.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.NotModified, (await conditional).StatusCode);
        Assert.Equal(0, (await plain).GetProperty("entries").GetArrayLength());
        Assert.Equal(cursor, (await plain).GetProperty("cursor").GetString());
    }

    [Fact]
    public async Task A_members_event_is_kept_out_of_shared_caches()
    {
        await admin.CreateEventAsync("club", visibility: "members");
        using var response = await admin.Http.GetAsync("/api/events/club/feed");
        Assert.True(response.Headers.CacheControl!.Private);
        Assert.False(response.Headers.CacheControl.Public);
    }

    [Theory]
    [InlineData("wait=26", "wait")]
    [InlineData("wait=-1", "wait")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("limit=x", "limit")]
    public async Task Numbers_out_of_bounds_are_rejected(string query, string field)
    {
        var problem = await Expect.ProblemAsync(await server.Http.GetAsync($"{Feed}?{query}"), 400, "invalid_request");
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    private Task<JsonElement> GetAsync(string path) => server.Http.GetFromJsonAsync<JsonElement>(path);

    private Task<HttpResponseMessage> PollAsync(string path, EntityTagHeaderValue etag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(etag);
        return server.Http.SendAsync(request);
    }
}
