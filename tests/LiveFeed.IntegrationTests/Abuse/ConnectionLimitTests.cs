using System.Net;
using System.Net.Sockets;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Abuse;

/// <summary>One address can't have all connections, and a hall's streams and a proxy's clients aren't cut by that.</summary>
public sealed class ConnectionLimitTests : IDisposable
{
    private const int Most = 3;
    private static readonly IPAddress Attacker = IPAddress.Parse("127.0.0.2");

    private readonly List<RawClient> clients = [];

    public void Dispose()
    {
        foreach (var client in clients)
            client.Dispose();
    }

    [Fact]
    public async Task Too_many_connections_of_one_address_are_closed_and_counted_and_others_have_theirs()
    {
        await using var server = await LiveFeedServer.StartAsync($"Http:MaxConnectionsPerAddress={Most}");
        for (var i = 0; i < Most; i++)
            await ServedAsync(server);

        await AssertRejectedAsync(server);

        Assert.Equal(1, await Scrape.ValueAsync(server.Http, "livefeed_connections_rejected_total"));

        // A place is free again when its connection ends.
        clients[0].Dispose();
        await Eventually.TrueAsync(() => IsServedAsync(server));
    }

    [Fact]
    public async Task A_connection_that_became_a_stream_leaves_its_place_to_another()
    {
        await using var server = await LiveFeedServer.StartAsync($"Http:MaxConnectionsPerAddress={Most}");
        await (await server.AdminAsync()).CreateEventAsync("cup");
        for (var i = 0; i < 3 * Most; i++)
        {
            await ServedAsync(server, "/api/events/cup/stream");
            // Its head is sent before it leaves its place.
            await Eventually.TrueAsync(async () => await Scrape.ValueAsync(server.Http, "livefeed_streams_open") == i + 1);
        }

        await ServedAsync(server);
    }

    [Fact]
    public async Task A_listed_proxy_may_have_any_number()
    {
        await using var server = await LiveFeedServer.StartAsync($"Http:MaxConnectionsPerAddress={Most}", "Proxies:0=127.0.0.0/8");
        for (var i = 0; i < 3 * Most; i++)
            await ServedAsync(server);
    }

    [Fact]
    public async Task All_connections_together_have_a_bound_if_it_is_set_and_streams_count()
    {
        var data = Directory.CreateTempSubdirectory("livefeed-test-").FullName;
        await using (var before = await LiveFeedServer.OverAsync(data))
            await (await before.AdminAsync()).CreateEventAsync("cup");
        await using (var server = await LiveFeedServer.OverAsync(data, "Http:MaxConnections=2"))
        {
            await ServedAsync(server, "/api/events/cup/stream");
            await ServedAsync(server);
            await AssertRejectedAsync(server);
        }

        await TestDatabase.RemoveAsync(data);
    }

    /// <summary>Opens a connection on which a response comes, and which stays open.</summary>
    private async Task ServedAsync(LiveFeedServer server, string path = "/health/live")
    {
        var client = await RawClient.ConnectAsync(server.Address, from: Attacker);
        clients.Add(client);
        await client.SendAsync($"GET {path} HTTP/1.1\r\nHost: {server.Address.Authority}\r\n\r\n");
        await client.UntilAsync("HTTP/1.1 200");
    }

    private static async Task AssertRejectedAsync(LiveFeedServer server)
    {
        try
        {
            using var rejected = await RawClient.ConnectAsync(server.Address, from: Attacker);
            await rejected.ToTheEndAsync();
            Assert.Equal("", rejected.Received);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            // It may be closed before this side has it.
        }
    }

    private static async Task<bool> IsServedAsync(LiveFeedServer server)
    {
        try
        {
            using var client = await RawClient.ConnectAsync(server.Address, from: Attacker);
            await client.SendAsync($"GET /health/live HTTP/1.1\r\nHost: {server.Address.Authority}\r\nConnection: close\r\n\r\n");
            await client.ToTheEndAsync();
            return client.Received.StartsWith("HTTP/1.1 200", StringComparison.Ordinal);
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
