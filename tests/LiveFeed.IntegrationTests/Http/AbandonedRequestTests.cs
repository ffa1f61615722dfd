using System.Net.Sockets;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Http;

/// <summary>Readers leave whenever they like. That is nobody's error.</summary>
public sealed class AbandonedRequestTests
{
    private static readonly string[] Reads =
        ["schedule", "matches", "scores", "scores/1/history", "matches/1", "teams", "claims/1", "feed", "feed?wait=25", "members"];

    [Fact]
    public async Task A_reader_that_leaves_in_mid_request_logs_no_error()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", matches: 200);
        // Nothing of the event is in memory yet.
        await server.RestartAsync();

        for (var round = 0; round < 20; round++)
        {
            var readers = await Task.WhenAll(Reads.Select(async read =>
            {
                var reader = await RawClient.ConnectAsync(server.Address);
                await reader.SendAsync($"GET /api/events/cup/{read} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nAuthorization: Bearer {admin.AccessToken}\r\n\r\n");
                return reader;
            }));
            // In every other round they leave when the first of them has its response, and the others' are in work.
            if (round % 2 == 1)
                await Task.WhenAny(readers.Select(reader => reader.UntilAsync("HTTP/1.1")));
            foreach (var reader in readers)
            {
                // The connection is reset, so that the server learns of it at once.
                reader.Socket.LingerState = new LingerOption(true, 0);
                reader.Dispose();
            }
        }

        // This request is the only one.
        await Eventually.TrueAsync(async () => (await Scrape.ReadAsync(server.Http)).Samples.Where(sample => sample.Name == "http_server_active_requests").Sum(sample => sample.Value) <= 1);
        Assert.Empty(server.Failures);
    }
}
