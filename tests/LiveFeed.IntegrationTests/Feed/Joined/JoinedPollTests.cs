using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Feed.Joined;

/// <summary>Several topics in one poll.</summary>
public sealed class JoinedPollTests : IAsyncLifetime
{
    private const string Both = "/api/feed?topic=events/cup&topic=events/league";

    private LiveFeedServer server = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync() => (server, admin) = await JoinedEvents.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Page_by_page_each_topic_is_its_log()
    {
        for (var i = 0; i < 7; i++)
        {
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, i, 0));
            await Expect.SuccessAsync(await admin.ScoreAsync("league", 1, 0, i));
        }

        foreach (var eventId in new[] { "cup", "league" })
        {
            var log = await LogProbe.ReadAsync(server.Http, eventId);
            var (cursor, seen) = ($"{JoinedTags.Of($"events/{eventId}")}:{log.Epoch}.0", new List<string>());
            for (var more = true; more;)
            {
                // The other topic has no cursor, and so its snapshot each time.
                var page = await PollAsync($"{Both}&limit=3&after={cursor}");
                var topic = Topic(page, $"events/{eventId}");
                seen.AddRange(topic.GetProperty("entries").EnumerateArray().Select(entry => entry.GetRawText()));
                more = topic.GetProperty("more").GetBoolean();
                cursor = page.GetProperty("cursor").GetString()!.Split('~').Single(part => part.StartsWith(JoinedTags.Of($"events/{eventId}"), StringComparison.Ordinal));
            }

            Assert.Equal(log.Entries.OrderBy(entry => entry.Key).Select(entry => entry.Value.GetRawText()), seen);
        }
    }

    [Fact]
    public async Task The_cursor_is_the_ETag_and_costs_next_to_nothing_while_nothing_is_new()
    {
        var first = await server.Http.GetAsync(Both);
        var cursor = (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("cursor").GetString()!;
        Assert.Equal(($"\"{cursor}\"", "no-store, private"), (first.Headers.ETag!.Tag, first.Headers.CacheControl!.ToString()));
        Assert.Equal(cursor.Split('~').Order(StringComparer.Ordinal), cursor.Split('~'));
        Assert.Equal(HttpStatusCode.NotModified, (await IfNoneMatchAsync(Both, first.Headers.ETag)).StatusCode);
        // The same in another order of topics.
        Assert.Equal(HttpStatusCode.NotModified, (await IfNoneMatchAsync("/api/feed?topic=events/league&topic=events/cup", first.Headers.ETag)).StatusCode);
        await Expect.SuccessAsync(await admin.ScoreAsync("league", 1, 1, 0));
        Assert.Equal(HttpStatusCode.OK, (await IfNoneMatchAsync(Both, first.Headers.ETag)).StatusCode);
    }

    [Fact]
    public async Task A_waiting_poll_responds_when_any_topic_has_something_new()
    {
        var cursor = (await PollAsync(Both)).GetProperty("cursor").GetString()!;
        var waiting = PollAsync($"{Both}&after={cursor}&wait=25");
        await Expect.SuccessAsync(await admin.ScoreAsync("league", 1, 1, 0));
        var page = await waiting;
        Assert.Empty(Topic(page, "events/cup").GetProperty("entries").EnumerateArray());
        Assert.Equal("score-update", Topic(page, "events/league").GetProperty("entries")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task What_can_t_be_read_is_told_and_the_rest_is_there()
    {
        var page = await PollAsync("/api/feed?topic=events/club&topic=events/cup&topic=events/none");
        Assert.Equal(["token_required", "event_not_found"], new[] { "events/club", "events/none" }.Select(topic => Topic(page, topic).GetProperty("closed").GetString()));
        Assert.NotEmpty(Topic(page, "events/cup").GetProperty("entries").EnumerateArray());
        await Expect.ProblemAsync(await server.Http.GetAsync("/api/feed?topic=events/club&topic=events/none"), 401, "token_required");
        await Expect.ProblemAsync(await server.Http.GetAsync("/api/feed"), 400, "invalid_request");
    }

    [Fact]
    public async Task A_waiting_poll_of_a_topic_that_is_deleted_responds_with_the_rest()
    {
        var cursor = (await PollAsync(Both)).GetProperty("cursor").GetString()!;
        var waiting = PollAsync($"{Both}&after={cursor}&wait=25");
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup"));
        var page = await waiting;
        Assert.Equal("event_not_found", Topic(page, "events/cup").GetProperty("closed").GetString());
        Assert.Empty(Topic(page, "events/league").GetProperty("entries").EnumerateArray());
    }

    [Fact]
    public async Task A_cursor_that_is_none_resets_every_topic()
    {
        var page = await PollAsync($"{Both}&after=nonsense");
        Assert.All(page.GetProperty("topics").EnumerateArray(), topic => Assert.Equal("unknown-cursor", topic.GetProperty("reset").GetString()));
    }

    private Task<JsonElement> PollAsync(string path) => server.Http.GetFromJsonAsync<JsonElement>(path);

    private async Task<HttpResponseMessage> IfNoneMatchAsync(string path, EntityTagHeaderValue etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(etag);
        return await server.Http.SendAsync(request);
    }

    private static JsonElement Topic(JsonElement page, string topic) =>
        page.GetProperty("topics").EnumerateArray().Single(found => found.GetProperty("topic").GetString() == topic);
}
