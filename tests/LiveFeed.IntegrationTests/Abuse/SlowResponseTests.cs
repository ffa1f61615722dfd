using System.Globalization;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Abuse;

/// <summary>A response is not held for as long as a client likes to take.</summary>
public sealed class SlowResponseTests
{
    [Fact]
    public async Task Who_does_not_read_a_response_is_cut_off()
    {
        await using var server = await LiveFeedServer.StartAsync("Http:MinResponseRate=10000000", "Http:ResponseGrace=00:00:01.5");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        // More than the system's buffers take, so that the server has to wait.
        var label = new string('x', 150);
        await Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", new { matches = Enumerable.Range(1, 10_000).Select(id => new { id, team1Label = label, team2Label = label }) }));
        using var client = await RawClient.GetAsync(server.Address, "/api/events/cup/schedule", receiveBuffer: 4_096);
        await client.UntilAsync("Content-Length: ");

        // Only the request that asks is left.
        await Eventually.TrueAsync(async () => (await server.Http.GetStringAsync("/metrics")).Contains("http_server_active_requests{http_request_method=\"GET\",url_scheme=\"http\"} 1\n", StringComparison.Ordinal));

        await client.ToTheEndAsync();
        var length = int.Parse(client.Received.Split("Content-Length: ")[1].Split('\r')[0], CultureInfo.InvariantCulture);
        Assert.True(client.Received.Length < length, "The whole response came.");
    }
}
