using System.Net;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Http;

/// <summary>Every address that has GET has HEAD too (RFC 9110, section 9.3.2).</summary>
public sealed class HeadTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Theory]
    [InlineData("/api/events", true)]
    [InlineData("/api/events/{0}", true)]
    [InlineData("/api/events/{0}/schedule", true)]
    [InlineData("/api/events/{0}/matches/1", true)]
    [InlineData("/api/events/{0}/scores", true)]
    [InlineData("/api/events/{0}/feed", true)]
    [InlineData("/api/events/nothing-of-the-kind", false)]
    [InlineData("/openapi/v1.json", true)]
    [InlineData("/metrics", false)]
    [InlineData("/health/ready", false)]
    [InlineData("/health/writes", false)]
    public async Task HEAD_gets_the_head_of_GET(string path, bool hasETag)
    {
        path = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, await server.EventAsync());
        var get = await server.Nobody.GetAsync(path);
        var head = await server.Nobody.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(hasETag, get.Header("ETag") is not null);
        Assert.Equal(get.Header("ETag"), head.Header("ETag"));
        Assert.Equal(get.Header("Cache-Control"), head.Header("Cache-Control"));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task HEAD_of_a_stream_or_of_a_waiting_poll_is_answered_at_once_and_takes_no_place()
    {
        await using var full = await LiveFeedServer.StartAsync("Streams:MaxPerInstance=1");
        await (await full.AdminAsync()).CreateEventAsync("cup");
        for (var round = 0; round < 3; round++)
        {
            var stream = await full.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/events/cup/stream"));
            Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (stream.StatusCode, stream.Content.Headers.ContentType!.ToString()));
            var cursor = (await full.Http.GetAsync("/api/events/cup/feed")).Header("ETag")!.Trim('"');
            var poll = await full.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/api/events/cup/feed?after={cursor}&wait=25")).WaitAsync(TimeSpan.FromSeconds(20));
            Assert.Equal(HttpStatusCode.OK, poll.StatusCode);
        }

        await using var reader = await StreamClient.OpenAsync(full.Http, "/api/events/cup/stream");
        Assert.Equal("snapshot", (await reader.NextAsync())!.Kind);
    }

    [Theory]
    [InlineData("/api/auth/login")]
    [InlineData("/api/events/{0}/import")]
    public async Task HEAD_of_what_has_no_GET_is_rejected(string path)
    {
        var response = await server.Nobody.SendAsync(new HttpRequestMessage(
            HttpMethod.Head, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, await server.EventAsync())));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }
}
