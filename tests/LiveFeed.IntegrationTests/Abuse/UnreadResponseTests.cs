using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Abuse;

/// <summary>Clients that ask for much and read nothing cost the server a bounded amount each, and nobody else anything.</summary>
public sealed class UnreadResponseTests : IAsyncLifetime
{
    private const int Clients = 150;

    // A poll of such an event is some 1.8 MB.
    private const int Matches = 4_900;

    private readonly string data = Directory.CreateTempSubdirectory("livefeed-test-").FullName;
    private ServerProcess server = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        server = await ServerProcess.StartAsync(data, ServerProcess.EagerCollector);
        admin = await server.AdminAsync();
        await admin.CreateEventAsync("big", Matches);
        await admin.CreateEventAsync("other", matches: 4);
        await admin.ClaimAsync("other", 1);
        // What is built once for everybody is not counted.
        await admin.Http.GetStringAsync("/api/events/big/feed");
    }

    public Task DisposeAsync()
    {
        server.Dispose();
        Directory.Delete(data, true);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("/api/events/big/feed")]
    [InlineData("/api/events/big/feed?divisions=1,2,{0}")]
    [InlineData("/api/events/big/schedule")]
    [InlineData("/api/events/big/stream?divisions=1,2,{0}")]
    public async Task Each_of_many_clients_that_read_nothing_costs_a_bounded_amount(string path)
    {
        var before = server.Memory;
        var clients = new List<RawClient>();
        try
        {
            for (var i = 0; i < Clients; i++)
                clients.Add(await RawClient.GetAsync(server.Address, path.Replace("{0}", $"{i + 5}", StringComparison.Ordinal), receiveBuffer: 4_096));
            // Each has got the begin of its response.
            await Task.WhenAll(clients.Select(client => client.UntilAsync("HTTP/1.1 200")));

            await using var stream = await StreamClient.OpenAsync(admin.Http, "/api/events/other/stream");
            Assert.Equal("snapshot", (await stream.NextAsync())!.Kind);
            await Expect.SuccessAsync(await admin.ScoreAsync("other", 1, 1, 0));
            Assert.Equal("score-update", (await stream.NextAsync())!.Kind);
            await Expect.SuccessAsync(await admin.Http.GetAsync("/api/events/other/feed"));
            var each = (server.Memory - before) / Clients;
            Assert.True(each < 400_000, $"Each client costs {each / 1000:N0} KB.");
        }
        finally
        {
            foreach (var client in clients)
                client.Dispose();
        }
    }
}
