using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>
/// The database is put back to an earlier state under a running server. Every reader gets a reset, and nobody a mixture of the two histories
/// (invariant 3).
/// </summary>
public sealed class OtherHistoryTests : IAsyncLifetime
{
    private LiveFeedServer server = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        server = await LiveFeedServer.StartAsync("Feed:TailCheck=00:00:00.100");
        admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 2);
        await admin.ClaimAsync("cup", 1);
        for (var points = 1; points <= 5; points++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, points, 0));
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("Streams:UseSocketTakeover=true")]
    [InlineData("Streams:UseSocketTakeover=false")]
    public async Task Open_streams_get_a_reset_and_go_on_on_their_connection(string way)
    {
        await using var over = await LiveFeedServer.OverAsync(server.DataDirectory, way, "Feed:TailCheck=00:00:00.100");
        await using var stream = await StreamClient.OpenAsync(over.Http, "/api/events/cup/stream");
        var before = await stream.NextAsync();

        await TakeBackAsync(3);

        var snapshot = await stream.NextAsync();
        Assert.Equal(("snapshot", "other-history"), (snapshot!.Kind, snapshot.Data.GetProperty("reset").GetString()));
        Assert.Equal(before!.Sequence - 3, snapshot.Sequence);
        Assert.Equal(2, Points(snapshot));
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Next" }));
        Assert.Equal((snapshot.Sequence + 1, "event-update"), (await stream.NextAsync()) is { } next ? (next.Sequence, next.Kind) : default);
    }

    [Fact]
    public async Task A_history_that_is_as_long_as_the_other_is_noticed_by_its_check()
    {
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        var before = await stream.NextAsync();

        await TestDatabase.ExecuteAsync(
            server.DataDirectory,
            $"""
             UPDATE feed_entries SET entry_check = 'aaaa' WHERE sequence = {before!.Sequence};
             UPDATE feed_heads SET last_check = 'aaaa'
             """);

        var snapshot = await stream.NextAsync();
        Assert.Equal("other-history", snapshot!.Data.GetProperty("reset").GetString());
        Assert.EndsWith($".{before.Sequence}.aaaa", snapshot.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_history_is_noticed_by_the_entry_that_it_goes_on_from()
    {
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        var before = await stream.NextAsync();

        await TestDatabase.ExecuteAsync(
            server.DataDirectory,
            $"""
             UPDATE feed_entries SET entry_check = 'aaaa' WHERE sequence = {before!.Sequence};
             INSERT INTO feed_entries (topic, sequence, entry_check, type, key, removed, match_id, team1_id, team2_id, division_id, moved_to, payload)
             SELECT topic, sequence + 1, 'bbbb', type, key, removed, match_id, team1_id, team2_id, division_id, moved_to, payload
             FROM feed_entries WHERE sequence = {before.Sequence};
             UPDATE feed_heads SET sequence = sequence + 1, last_check = 'bbbb', checked_sequence = sequence + 1
             """);

        var snapshot = await stream.NextAsync();
        Assert.Equal("other-history", snapshot!.Data.GetProperty("reset").GetString());
        Assert.EndsWith($".{before.Sequence + 1}.bbbb", snapshot.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiting_poll_gets_the_reset_at_once()
    {
        var first = await server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/feed");
        var waiting = server.Http.GetFromJsonAsync<JsonElement>($"/api/events/cup/feed?after={first.GetProperty("cursor").GetString()}&wait=25");

        await TakeBackAsync(3);

        var page = await waiting.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Contains(page.GetProperty("reset").GetString(), new[] { "unknown-cursor", "other-history" });
    }

    /// <summary>Does what a restored backup does: the last entries and what they changed are gone.</summary>
    private async Task TakeBackAsync(int entries)
    {
        var head = await TestDatabase.CountAsync(server.DataDirectory, "SELECT sequence FROM feed_heads");
        await TestDatabase.ExecuteAsync(
            server.DataDirectory,
            $"""
             DELETE FROM feed_entries WHERE sequence > {head - entries};
             UPDATE feed_heads SET sequence = {head - entries}, checked_sequence = NULL
             """);
    }

    private static int Points(StreamItem snapshot) => snapshot.Data.GetProperty("entries").EnumerateArray()
        .Single(entry => entry.GetProperty("type").GetString() == "score-update").GetProperty("sets")[0].GetProperty("team1").GetInt32();
}
