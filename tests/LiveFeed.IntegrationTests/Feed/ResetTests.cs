using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>If a cursor can't be served, a snapshot says why. It is never silently ignored.</summary>
public sealed class ResetTests : IAsyncLifetime
{
    private LiveFeedServer server = null!;
    private ApiUser admin = null!;
    private string epoch = "";

    public async Task InitializeAsync()
    {
        server = await LiveFeedServer.StartAsync("Feed:MemoryEntries=16", "Feed:MaxResumeEntries=40");
        admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 2);
        await admin.ClaimAsync("cup", 1);
        for (var i = 0; i < 60; i++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, i, 0));
        var feed = await server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/feed");
        epoch = feed.GetProperty("cursor").GetString()!.Split('.')[0];
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("garbage", "unknown-cursor")]
    [InlineData("%0d%0aevil: 1", "unknown-cursor")]
    [InlineData("{epoch}.-1", "unknown-cursor")]
    [InlineData("{epoch}.99999999999999999999", "unknown-cursor")]
    [InlineData("{epoch}.1000000", "unknown-cursor")]
    [InlineData("{epoch}.", "unknown-cursor")]
    [InlineData(".5", "unknown-cursor")]
    [InlineData("zzzz.5", "other-epoch")]
    [InlineData("{epoch}.1", "too-far-behind")]
    [InlineData("{epoch}.0", "too-far-behind")]
    public async Task A_cursor_that_cannot_be_served_gets_a_snapshot_that_says_why(string cursor, string reset)
    {
        var query = cursor.Replace("{epoch}", epoch);
        await using var stream = await StreamClient.OpenAsync(server.Http, $"/api/events/cup/stream?lastEventId={query}");
        var snapshot = await stream.NextAsync();
        Assert.Equal("snapshot", snapshot!.Kind);
        Assert.Equal(reset, snapshot.Data.GetProperty("reset").GetString());
        Assert.Equal(5, snapshot.Data.GetProperty("entries").GetArrayLength());

        var page = await server.Http.GetFromJsonAsync<JsonElement>($"/api/events/cup/feed?after={query}");
        Assert.Equal(reset, page.GetProperty("reset").GetString());
        Assert.Equal(snapshot.Id, page.GetProperty("cursor").GetString());
    }

    [Fact]
    public async Task A_cursor_that_only_the_log_still_holds_is_served_from_there()
    {
        var head = (await server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/feed")).GetProperty("cursor").GetString()!;
        var last = long.Parse(head.Split('.')[1], CultureInfo.InvariantCulture);
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream", $"{epoch}.{last - 40}");
        for (var sequence = last - 39; sequence <= last; sequence++)
            Assert.Equal(sequence, (await stream.NextAsync())!.Sequence);
    }

    [Fact]
    public async Task The_header_wins_over_the_query()
    {
        var head = (await server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/feed")).GetProperty("cursor").GetString()!;
        var last = long.Parse(head.Split('.')[1], CultureInfo.InvariantCulture);
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream?lastEventId=garbage", $"{epoch}.{last - 1}");
        Assert.Equal(last, (await stream.NextAsync())!.Sequence);
    }
}
