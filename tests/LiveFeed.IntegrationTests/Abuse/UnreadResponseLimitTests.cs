using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Abuse;

/// <summary>Responses that are not read are bounded in number, and those who read are not the ones to pay.</summary>
public sealed class UnreadResponseLimitTests : IAsyncLifetime
{
    private LiveFeedServer server = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        server = await LiveFeedServer.StartAsync("Http:MaxUnreadResponses=3");
        admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        // More than the system's buffers take, so that the server has to wait.
        var label = new string('x', 150);
        await Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", new { matches = Enumerable.Range(1, 10_000).Select(id => new { id, team1Label = label, team2Label = label }) }));
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("/api/events/cup/feed")]
    [InlineData("/api/events/cup/export")]
    public async Task Beyond_the_bound_the_response_that_has_waited_longest_since_its_client_read_is_cut_off(string path)
    {
        var cutOff = await CutOffAsync();
        using var first = await WaitingAsync(path, 1);
        using var second = await WaitingAsync(path, 2);
        using var third = await WaitingAsync(path, 3);
        // The first has read everything, and its client asks again. So the second has waited longest.
        await first.WholeResponseAsync();
        var whole = first.Received.Length;
        using var again = await WaitingAsync(path, 3);

        using var last = await GetAsync(path);
        await Eventually.TrueAsync(async () => await CutOffAsync() == cutOff + 1);

        await second.ToTheEndAsync();
        Assert.True(second.Received.Length < whole, "The second got its whole response.");
        Assert.Equal(3, await Scrape.ValueAsync(server.Http, "livefeed_responses_unread"));
    }

    [Fact]
    public async Task A_stream_that_is_not_read_is_not_one_of_them()
    {
        using var stream = await RawClient.GetAsync(server.Address, "/api/events/cup/stream", receiveBuffer: 4_096);
        await stream.UntilAsync("event");

        Assert.Equal(0, await Scrape.ValueAsync(server.Http, "livefeed_responses_unread"));
    }

    private async Task<RawClient> WaitingAsync(string path, int unread)
    {
        var client = await GetAsync(path);
        await client.UntilAsync("\r\n\r\n");
        await Eventually.TrueAsync(async () => await Scrape.ValueAsync(server.Http, "livefeed_responses_unread") == unread);
        return client;
    }

    private async Task<double> CutOffAsync() => await Scrape.ValueAsync(server.Http, "livefeed_responses_cut_off_total") ?? 0;

    private Task<RawClient> GetAsync(string path) => RawClient.GetAsync(server.Address, path, receiveBuffer: 65_536, token: admin.AccessToken);
}
