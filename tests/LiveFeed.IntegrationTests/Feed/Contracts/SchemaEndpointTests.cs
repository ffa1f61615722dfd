using System.Net;
using System.Text.Json.Nodes;
using LiveFeed.Domain.Feed;
using LiveFeed.IntegrationTests.OpenApi;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Feed.Contracts;

public sealed class SchemaEndpointTests(ApiDocument api) : IClassFixture<ApiDocument>
{
    [Fact]
    public async Task The_index_leads_to_every_schema()
    {
        using var response = await api.Server.Http.GetAsync("/schemas");
        var index = (await response.JsonAsync()).GetProperty("schemas").EnumerateArray().ToList();

        Assert.Equal([.. EntryTypes.All, "snapshot", "bye", "topic-closed", "presence", "typing"], index.Select(schema => schema.Text("name")!));
        foreach (var link in index)
        {
            var schema = JsonNode.Parse(await api.Server.Http.GetStringAsync(new Uri(response.RequestMessage!.RequestUri!, link.Text("href"))))!;
            Assert.Equal((link.Text("name"), link.Text("version"), link.TextOrNull("event"), link.Text("summary")), ((string?)schema["title"], (string?)schema["x-version"], (string?)schema["x-event"], (string?)schema["description"]));
        }
    }

    [Theory]
    [InlineData("/schemas")]
    [InlineData("/schemas/score-update.json")]
    [InlineData("/asyncapi/v1.json")]
    public async Task A_client_that_has_it_already_gets_304_and_pages_of_other_origins_may_read_it(string path)
    {
        using var first = await api.Server.Http.SendAsync("GET", path, null, ("Origin", "https://club.example"));
        var etag = first.Header("ETag")!;
        Assert.Equal(("no-cache", "*", "application/json"), (first.Header("Cache-Control"), first.Header("Access-Control-Allow-Origin"), first.Content.Headers.ContentType!.MediaType));

        using var again = await api.Server.Http.SendAsync("GET", path, null, ("If-None-Match", etag));
        Assert.Equal((HttpStatusCode.NotModified, etag), (again.StatusCode, again.Header("ETag")));
        using var head = await api.Server.Http.SendAsync("HEAD", path);
        Assert.Equal((HttpStatusCode.OK, etag), (head.StatusCode, head.Header("ETag")));
    }

    [Fact]
    public async Task A_schema_that_there_is_not_is_not_found() =>
        await Expect.ProblemAsync(await api.Server.Http.GetAsync("/schemas/goal-update.json"), 404, "not_found");
}
