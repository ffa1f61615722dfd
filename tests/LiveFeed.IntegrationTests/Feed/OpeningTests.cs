using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>A browser's EventSource that is rejected once never comes back, so a hall must never be rejected.</summary>
public sealed class OpeningTests
{
    private const int Hall = 2_000;

    [Fact]
    public async Task A_whole_hall_behind_one_address_resumes_after_a_restart()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        var cursor = (await server.Http.GetAsync("/api/events/cup/feed").JsonAsync()).Text("cursor")!;
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        var expected = (await server.Http.GetAsync("/api/events/cup/feed").JsonAsync()).Text("cursor")!;
        var readers = await OpenAsync(server, cursor);

        await server.RestartAsync();
        foreach (var reader in readers)
            reader.Dispose();
        readers = await OpenAsync(server, cursor);

        foreach (var reader in readers)
        {
            await reader.UntilAsync($"id: {expected}\n");
            reader.Dispose();
        }
    }

    [Fact]
    public async Task A_reader_who_resumes_waits_for_a_place_and_one_who_begins_does_not()
    {
        await using var server = await LiveFeedServer.StartAsync("Streams:MaxPerEvent=1", "Streams:OpenWait=00:01:00");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        var cursor = (await server.Http.GetAsync("/api/events/cup/feed").JsonAsync()).Text("cursor")!;
        var first = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");

        using var resuming = await RawClient.GetAsync(server.Address, $"/api/events/cup/stream?lastEventId={cursor}");
        await Expect.ProblemAsync(await server.Http.GetAsync("/api/events/cup/stream"), 429, "too_many_streams");
        await first.DisposeAsync();

        await resuming.UntilAsync("retry:");
        Assert.StartsWith("HTTP/1.1 200", resuming.Received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wait_for_a_place_ends()
    {
        await using var server = await LiveFeedServer.StartAsync("Streams:MaxPerEvent=1", "Streams:OpenWait=00:00:00.300");
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var first = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");

        await Expect.ProblemAsync(await server.Http.GetAsync("/api/events/cup/stream?lastEventId=a.1"), 429, "too_many_streams");
    }

    [Fact]
    public async Task Opening_streams_has_a_rate_of_its_own()
    {
        await using var server = await LiveFeedServer.StartAsync("RateLimits:Enabled=true", "RateLimits:OpenStream:Permits=1", "RateLimits:OpenStream:Period=01:00:00", "RateLimits:OpenStream:Burst=2");
        await (await server.AdminAsync()).CreateEventAsync("cup");

        for (var i = 0; i < 2; i++)
            await (await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream")).DisposeAsync();
        var problem = await server.Http.GetAsync("/api/events/cup/stream");

        Assert.NotNull(problem.Headers.RetryAfter);
        await Expect.ProblemAsync(problem, 429, "rate_limited");
    }

    [Fact]
    public async Task Openings_of_topics_that_can_t_be_read_count_too()
    {
        await using var server = await LiveFeedServer.StartAsync("RateLimits:Enabled=true", "RateLimits:OpenStream:Permits=1", "RateLimits:OpenStream:Period=01:00:00", "RateLimits:OpenStream:Burst=2");
        await (await server.AdminAsync()).CreateEventAsync("cup");

        for (var i = 0; i < 2; i++)
            await Expect.ProblemAsync(await server.Http.GetAsync("/api/stream?topic=events/cup/teams/1"), 401, "token_required");
        await Expect.ProblemAsync(await server.Http.GetAsync("/api/stream?topic=events/cup/teams/1"), 429, "rate_limited");
    }

    private static async Task<List<RawClient>> OpenAsync(LiveFeedServer server, string cursor)
    {
        var readers = await Task.WhenAll(Enumerable.Range(0, Hall).Select(_ => RawClient.GetAsync(server.Address, $"/api/events/cup/stream?lastEventId={cursor}")));
        foreach (var reader in readers)
        {
            await reader.UntilAsync("\n");
            Assert.StartsWith("HTTP/1.1 200", reader.Received, StringComparison.Ordinal);
        }

        return [.. readers];
    }
}
