namespace LiveFeed.IntegrationTests.Feed;

public sealed class StreamTests
{
    [Fact]
    public async Task A_posted_score_reaches_an_open_stream()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        var snapshot = await stream.NextAsync();
        Assert.Equal("snapshot", snapshot!.Kind);

        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));

        var entry = await stream.UntilAsync(item => item.Kind == "score-update");
        Assert.Equal(snapshot.Sequence + 1, entry.Sequence);
        Assert.Equal(1, entry.Data.GetProperty("sets")[0].GetProperty("team1").GetInt32());
    }
}
