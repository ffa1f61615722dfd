using LiveFeed.Domain.Events;
using LiveFeed.Domain.Feed;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiveFeed.IntegrationTests.Feed;

public sealed class ResponseCacheTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task One_question_is_kept_once_whatever_its_address_looks_like()
    {
        var id = await server.EventAsync();
        for (var x = 0; x < 20; x++)
        {
            await server.Nobody.GetStringAsync($"/api/events/{id}/schedule?x={x}");
            await server.Nobody.GetStringAsync($"/API/events/{id}/schedule?limit={x}");
            await server.Nobody.GetStringAsync($"/api/events/{id}/matches?limit={new string('0', x)}7&court=1&x={x}");
            await server.Nobody.GetStringAsync($"/api/events/{id}/matches?court=%31&offset=0&limit=7");
        }

        Assert.Equal(2, (await FeedAsync(server.Server, id)).CachedResponses);
    }

    [Fact]
    public async Task Different_requests_have_different_responses()
    {
        var id = await server.EventAsync();
        var paths = new[]
        {
            "", "/schedule", "/matches", "/matches?limit=1", "/matches?limit=1&offset=1", "/matches?court=1", "/matches?court=2", "/matches?status=final",
            "/matches/1", "/matches/2", "/teams", "/teams?limit=2", "/teams?offset=2", "/scores?limit=1", "/scores/1/history?limit=3",
        };
        foreach (var path in paths)
        {
            using var response = await server.Nobody.SendAsync("GET", $"/api/events/{id}{path}");
        }

        Assert.Equal(paths.Length, (await FeedAsync(server.Server, id)).CachedResponses);
    }

    [Fact]
    public async Task Without_room_every_response_is_made_and_none_is_kept()
    {
        await using var server = await LiveFeedServer.StartAsync("Feed:ResponseCacheBytes=0");
        await (await server.AdminAsync()).CreateEventAsync("cup", 1);

        var first = await server.Http.GetStringAsync("/api/events/cup/matches");

        Assert.Equal(first, await server.Http.GetStringAsync("/api/events/cup/matches"));
        Assert.Equal(0, (await FeedAsync(server, "cup")).CachedResponses);
    }

    [Fact]
    public async Task A_senseless_budget_is_rejected_at_start() =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => LiveFeedServer.StartAsync("Feed:ResponseCacheBytes=-1"));

    private static async Task<TopicFeed> FeedAsync(LiveFeedServer server, string id) =>
        (await server.Services.GetRequiredService<FeedRegistry>().FindAsync(Topics.ForEvent(EventId.From(id)), CancellationToken.None))!;
}
