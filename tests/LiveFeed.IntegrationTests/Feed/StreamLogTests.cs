using LiveFeed.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>What an operator sees of one stream, with <c>Logging:LogLevel:LiveFeed.Infrastructure.Streaming=Debug</c>.</summary>
public sealed class StreamLogTests
{
    private readonly FakeLogCollector logs = FakeLogCollector.Create(new FakeLogCollectorOptions());

    [Fact]
    public async Task A_stream_is_logged_when_it_opens_and_when_it_is_closed_with_the_reason_and_what_was_sent()
    {
        await using var server = await StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 1);
        await admin.ClaimAsync("cup", 1);
        await using (var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream"))
        {
            await stream.NextAsync();
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
            await stream.NextAsync();
        }

        Assert.Equal("events/cup", (await LoggedAsync(LogEventIds.StreamOpened)).GetStructuredStateValue("Topic"));
        var closed = await LoggedAsync(LogEventIds.StreamClosed);
        Assert.Equal("ClientGone", closed.GetStructuredStateValue("Reason"));
        Assert.Equal("1", closed.GetStructuredStateValue("Entries"));
    }

    [Fact]
    public async Task A_stream_that_resumes_and_one_that_is_reset_say_so()
    {
        await using var server = await StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup", 1);
        string id;
        await using (var first = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream"))
            id = (await first.NextAsync())!.Id!;
        await using var resumed = await StreamClient.OpenAsync(server.Http, $"/api/events/cup/stream?lastEventId={id}");
        await using var reset = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream?lastEventId=nonsense");

        Assert.Equal(id.Split('.')[1], (await LoggedAsync(LogEventIds.StreamResumed)).GetStructuredStateValue("Sequence"));
        Assert.Equal("UnknownCursor", (await LoggedAsync(LogEventIds.StreamReset)).GetStructuredStateValue("Reset"));
    }

    private async Task<LiveFeedServer> StartAsync()
    {
        var server = await LiveFeedServer.StartAsync("/Logging:LogLevel:LiveFeed.Infrastructure.Streaming=Debug");
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(new FakeLoggerProvider(logs));
        return server;
    }

    private async Task<FakeLogRecord> LoggedAsync(int id)
    {
        await Eventually.TrueAsync(() => Task.FromResult(logs.GetSnapshot().Any(record => record.Id.Id == id)), $"Nothing was logged with id {id}.");
        return logs.GetSnapshot().First(record => record.Id.Id == id);
    }
}
