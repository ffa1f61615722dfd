using System.Globalization;

namespace LiveFeed.IntegrationTests.Feed;

public sealed class FilterTests : IAsyncLifetime
{
    private LiveFeedServer server = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        server = await LiveFeedServer.StartAsync("Feed:MemoryEntries=16", "Feed:HistoryPageSize=4");
        admin = await server.AdminAsync();
        // Match n: teams 2n-1 and 2n, division 1 + n mod 2.
        await admin.CreateEventAsync("cup", 4);
        for (var match = 1; match <= 4; match++)
            await admin.ClaimAsync("cup", match);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("matches=2", new[] { 2 })]
    [InlineData("matches=1,4", new[] { 1, 4 })]
    [InlineData("teams=1,7", new[] { 1, 4 })]
    [InlineData("divisions=1", new[] { 2, 4 })]
    [InlineData("divisions=1&matches=1,2", new[] { 2 })]
    [InlineData("types=score-update", new[] { 1, 2, 3, 4 })]
    public async Task A_filter_narrows_snapshot_live_and_resume_alike_and_the_ids_go_on(string filter, int[] expected)
    {
        await using var live = await StreamClient.OpenAsync(server.Http, $"/api/events/cup/stream?{filter}");
        var snapshot = await live.NextAsync();
        var shown = snapshot!.Data.GetProperty("entries").EnumerateArray()
            .Select(entry => entry.GetProperty("key").GetString()!).Where(key => key.StartsWith("match/", StringComparison.Ordinal))
            .Select(key => int.Parse(key["match/".Length..], CultureInfo.InvariantCulture));
        if (!filter.StartsWith("types", StringComparison.Ordinal))
            Assert.Equal(expected, shown.Order());

        for (var round = 1; round <= 12; round++)
        {
            for (var match = 1; match <= 4; match++)
                await Expect.SuccessAsync(await admin.ScoreAsync("cup", match, round, 0));
        }

        var seen = new List<(long Sequence, int Match)>();
        for (var i = 0; i < 12 * expected.Length; i++)
            seen.Add(Score(await live.NextAsync()));
        Assert.Equal(Enumerable.Repeat(expected, 12).SelectMany(ids => ids), seen.Select(entry => entry.Match));

        // From the database (the first entries are out of memory), across the seam, by stream and by poll.
        await using var resumed = await StreamClient.OpenAsync(server.Http, $"/api/events/cup/stream?{filter}", snapshot.Id);
        foreach (var entry in seen)
            Assert.Equal(entry, Score(await resumed.NextAsync()));
    }

    [Fact]
    public async Task Entries_about_the_whole_event_pass_filters_by_match()
    {
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream?matches=999");
        var snapshot = await stream.NextAsync();
        Assert.Equal("event", Assert.Single(snapshot!.Data.GetProperty("entries").EnumerateArray()).GetProperty("key").GetString());

        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Another name" }));
        Assert.Equal("event-update", (await stream.NextAsync())!.Kind);
    }

    [Theory]
    [InlineData("matches=abc", "matches")]
    [InlineData("teams=1,,2", "teams")]
    [InlineData("divisions=99999999999", "divisions")]
    [InlineData("types=score-updates", "types")]
    public async Task A_filter_that_cannot_be_read_is_rejected(string filter, string field)
    {
        var problem = await Expect.ProblemAsync(await server.Http.GetAsync($"/api/events/cup/stream?{filter}"), 400, "invalid_request");
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    private static (long, int) Score(StreamItem? item) => (item!.Sequence, item.Data.GetProperty("matchId").GetInt32());
}
