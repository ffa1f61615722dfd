using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Durability;

/// <summary>Invariants 1 and 2, with faults injected into the database itself.</summary>
public sealed class AtomicityTests : IAsyncLifetime
{
    private LiveFeedServer server = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        server = await LiveFeedServer.StartAsync();
        admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 20);
        for (var match = 1; match <= 20; match++)
            await admin.ClaimAsync("cup", match);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_change_and_its_entry_commit_together_or_not_at_all()
    {
        await TestDatabase.RejectAsync(server.DataDirectory, "feed_entries", "NEW.match_id = 7 AND NEW.type = 'score-update'");
        var before = await Feed.LogProbe.ReadAsync(server.Http, "cup");

        await Expect.ProblemAsync(await admin.ScoreAsync("cup", 7, 1, 0), 500, "internal_error");

        await Expect.ProblemAsync(await server.Http.GetAsync("/api/events/cup/scores/7"), 404, "score_not_found");
        Assert.Equal(0, await CountAsync("SELECT COUNT(*) FROM score_revisions WHERE match_id = 7"));
        Assert.Equal(before.Head, (await Feed.LogProbe.ReadAsync(server.Http, "cup")).Head);
    }

    [Fact]
    public async Task One_commands_failure_does_not_touch_the_others_that_commit_with_it()
    {
        await TestDatabase.RejectAsync(server.DataDirectory, "score_revisions", "NEW.match_id = 7");
        for (var round = 1; round <= 5; round++)
        {
            // Sent at once, so that they wait together and share transactions.
            var responses = await Task.WhenAll(Enumerable.Range(1, 20).Select(match => admin.ScoreAsync("cup", match, round, 0)));
            Assert.Equal(HttpStatusCode.InternalServerError, Assert.Single(responses, response => !response.IsSuccessStatusCode).StatusCode);
        }

        var scores = await server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/scores");
        Assert.Equal(19, scores.GetProperty("total").GetInt32());
        Assert.All(scores.GetProperty("items").EnumerateArray(), score => Assert.Equal(5, score.GetProperty("version").GetInt32()));
        await HoldTogetherAsync();
    }

    [Fact]
    public async Task Sequences_are_contiguous_in_commit_order_under_concurrent_writers()
    {
        await Task.WhenAll(Enumerable.Range(1, 20).Select(async match =>
        {
            for (var i = 1; i <= 15; i++)
                await Expect.SuccessAsync(await admin.ScoreAsync("cup", match, i, 0));
        }));
        await HoldTogetherAsync();

        // Each match's versions appear in the feed in order.
        var log = await Feed.LogProbe.ReadAsync(server.Http, "cup");
        var versions = log.Entries.OrderBy(pair => pair.Key).Select(pair => pair.Value)
            .Where(entry => entry.GetProperty("type").GetString() == "score-update")
            .GroupBy(entry => entry.GetProperty("matchId").GetInt32(), entry => entry.GetProperty("version").GetInt32());
        Assert.All(versions, match => Assert.Equal(Enumerable.Range(1, 15), match));
    }

    /// <summary>Asserts that every revision has exactly one entry, and that the log has no gaps.</summary>
    private async Task HoldTogetherAsync()
    {
        Assert.Equal(
            await CountAsync("SELECT COUNT(*) FROM score_revisions"),
            await CountAsync("SELECT COUNT(*) FROM feed_entries WHERE type = 'score-update'"));
        Assert.Equal(
            await CountAsync("SELECT sequence FROM feed_heads"),
            await CountAsync("SELECT COUNT(*) FROM feed_entries WHERE sequence BETWEEN 1 AND (SELECT sequence FROM feed_heads)"));
    }

    private Task<long> CountAsync(string sql) => TestDatabase.CountAsync(server.DataDirectory, sql);
}
