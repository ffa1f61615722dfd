using System.Text.Json;
using LiveFeed.IntegrationTests.Feed;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Durability;

/// <summary>What follows from results is computed once for all commands that commit together. On PostgreSQL the test can make them wait together.</summary>
public sealed class DerivedInGroupTests : IAsyncLifetime
{
    private const int Rounds = 10;

    private LiveFeedServer server = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        if (PostgresCluster.WhyMissing is not null)
            return;
        server = await LiveFeedServer.StartOnPostgresAsync("Database:WriteWorkers=2");
        admin = await server.AdminAsync();
        await admin.CreateEventAsync("other", 1);
        await admin.ClaimAsync("other", 1);
    }

    public async Task DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    [PostgresFact]
    public async Task Finals_that_commit_together_rank_their_pool_once_and_fill_in_the_bracket() => await UntilSharedAsync("pool", async id =>
    {
        await CreateAsync(id, "volleyball", """
            {"divisions":[{"id":1,"name":"One","pools":[{"id":"A","name":"A","teams":[1,2,3]}]}],
            "teams":[{"id":1,"name":"a"},{"id":2,"name":"b"},{"id":3,"name":"c"}],"matches":[
            {"id":1,"divisionId":1,"team1Id":1,"team2Id":2},{"id":2,"divisionId":1,"team1Id":1,"team2Id":3},{"id":3,"divisionId":1,"team1Id":2,"team2Id":3},
            {"id":4,"divisionId":1,"team1From":{"pool":"A","place":1},"team2From":{"pool":"A","place":2}},{"id":9,"team1Id":1,"team2Id":2}]}
            """, 1, 2, 3, 9);
        var before = (await LogProbe.ReadAsync(server.Http, id)).Head;

        if (!await ShareAsync(id, [Final(1, 25, 20), Final(2, 25, 20), Final(3, 25, 20)]))
            return false;

        var log = await LogProbe.ReadAsync(server.Http, id);
        var keys = log.Entries.Where(entry => entry.Key > before).OrderBy(entry => entry.Key).Select(entry => entry.Value.Text("key")!).Where(key => !key.StartsWith("claim/", StringComparison.Ordinal));
        Assert.Equal(["score/9", "score/1", "score/2", "score/3", "standings/A", "match/4"], keys);
        var table = (await admin.GetAsync($"/api/events/{id}/standings")).GetProperty("items")[0];
        Assert.True(table.GetProperty("isComplete").GetBoolean());
        Assert.Equal([1, 2, 3], table.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("team").Number("id")));
        var semi = await admin.GetAsync($"/api/events/{id}/matches/4");
        Assert.Equal((1, 2), (semi.GetProperty("team1").Number("id"), semi.GetProperty("team2").Number("id")));
        AssertSame(table, log, "standings/A");
        AssertSame(semi, log, "match/4");
        foreach (var match in new[] { 1, 2, 3 })
            AssertSame(await admin.GetAsync($"/api/events/{id}/scores/{match}"), log, $"score/{match}");
        return true;
    });

    [PostgresFact]
    public async Task The_last_entry_of_a_leg_has_the_tie_and_the_score_that_commits_with_the_final_of_the_other_leg() => await UntilSharedAsync("tie", async id =>
    {
        await CreateAsync(id, "football", """
            {"teams":[{"id":1,"name":"a"},{"id":2,"name":"b"}],"matches":[
            {"id":1,"team1Id":1,"team2Id":2,"tieId":"SF1","leg":1},{"id":2,"team1Id":2,"team2Id":1,"tieId":"SF1","leg":2},{"id":9,"team1Id":1,"team2Id":2}]}
            """, 1, 2, 9);

        if (!await ShareAsync(id, [Final(1, 2, 1), new { matchId = 2, sets = new[] { new { team1 = 1, team2 = 0 } }, status = "inProgress" }]))
            return false;

        var log = await LogProbe.ReadAsync(server.Http, id);
        foreach (var match in new[] { 1, 2 })
        {
            var score = await admin.GetAsync($"/api/events/{id}/scores/{match}");
            Assert.Equal("""{"id":"SF1","winner":null}""", score.GetProperty("tie").GetRawText());
            AssertSame(score, log, $"score/{match}");
        }

        return true;
    });

    private static object Final(int matchId, int team1, int team2) => new { matchId, sets = new[] { new { team1, team2 } }, status = "final" };

    /// <summary>Repeats a test with another event until its commands have committed together: that they wait together is only likely.</summary>
    private static async Task UntilSharedAsync(string name, Func<string, Task<bool>> test)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            if (await test($"{name}-{round}"))
                return;
        }

        Assert.Fail("The commands never committed together.");
    }

    private async Task CreateAsync(string id, string sport, string schedule, params int[] claims)
    {
        await Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id, name = id, sport, bestOf = sport == "volleyball" ? 1 : (int?)null }));
        await Expect.SuccessAsync(await admin.SendAsync("PUT", $"/api/events/{id}/schedule", schedule));
        foreach (var match in claims)
            await admin.ClaimAsync(id, match);
    }

    /// <summary>Posts scores while a score of match 9 of the same event waits for a lock, in this order. Returns whether all of them shared a transaction then.</summary>
    private async Task<bool> ShareAsync(string id, object[] scores)
    {
        var before = await SharedAsync();
        var waiting = new List<Task<HttpResponseMessage>>();
        await using (var hold = await TestDatabase.OpenAsync(server.DataDirectory))
        {
            await using var transaction = await hold.BeginTransactionAsync();
            await using var command = hold.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"SELECT sequence FROM feed_heads WHERE topic = 'events/{id}' FOR UPDATE";
            await command.ExecuteScalarAsync();
            waiting.Add(admin.ScoreAsync(id, 9, 1, 0));
            await Eventually.TrueAsync(async () => await TestDatabase.CountAsync(
                server.DataDirectory, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") > 0);
            foreach (var score in scores)
            {
                waiting.Add(admin.PostAsync($"/api/events/{id}/scores", score));
                // What was sent before a write to another event, which is done, waits by now.
                await Expect.SuccessAsync(await admin.ScoreAsync("other", 1, 1, 0));
            }

            await transaction.RollbackAsync();
        }

        foreach (var response in await Task.WhenAll(waiting))
            await Expect.SuccessAsync(response);
        return await SharedAsync() - before == scores.Length - 1;
    }

    /// <summary>Returns how many commands had no transaction of their own.</summary>
    private async Task<double> SharedAsync()
    {
        var metrics = await Scrape.ReadAsync(admin.Http);
        return metrics.Value("livefeed_commit_commands_sum")!.Value - metrics.Value("livefeed_commit_commands_count")!.Value;
    }

    /// <summary>Asserts that the latest entry of a key says the same as the route that has the state.</summary>
    private static void AssertSame(JsonElement read, LogProbe log, string key)
    {
        var entry = JsonDocument.Parse(log.State()[key]).RootElement;
        foreach (var member in read.EnumerateObject())
            Assert.Equal((member.Name, member.Value.GetRawText()), (member.Name, entry.TryGetProperty(member.Name, out var published) ? published.GetRawText() : null));
    }
}
