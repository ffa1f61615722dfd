namespace LiveFeed.IntegrationTests.Operations;

public sealed class MetricsTests
{
    private const string Closed = "livefeed_streams_closed_total{reason=\"client_gone\"} ";

    [Fact]
    public async Task A_server_counts_its_own_streams_and_goes_on_when_another_of_the_process_stops()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup", 1);
        await OpenAndCloseAsync(server);
        await Eventually.TrueAsync(async () => await CountAsync(server) == "1");

        await using (var other = await LiveFeedServer.StartAsync())
        {
            await (await other.AdminAsync()).CreateEventAsync("cup", 1);
            await OpenAndCloseAsync(other);
            await Eventually.TrueAsync(async () => await CountAsync(other) == "1");
            Assert.Equal("1", await CountAsync(server));
        }

        await OpenAndCloseAsync(server);
        await Eventually.TrueAsync(async () => await CountAsync(server) == "2");
    }

    private static async Task OpenAndCloseAsync(LiveFeedServer server)
    {
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        await stream.NextAsync();
    }

    private static async Task<string?> CountAsync(LiveFeedServer server) =>
        (await server.Http.GetStringAsync("/metrics")).Split('\n').FirstOrDefault(line => line.StartsWith(Closed, StringComparison.Ordinal))?[Closed.Length..];
}
