namespace LiveFeed.IntegrationTests.Durability;

/// <summary>
/// If a connection breaks at the COMMIT, it is unknown whether the commit succeeded. Still no command runs twice, and none is lost.
/// </summary>
public sealed class LostCommitTests
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("LIVEFEED_TEST_FAULTS") == "all" ? 200 : 20;

    [PostgresTheory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_commit_whose_response_is_lost_counts_once(bool withKey) => CutAsync(Cut.AfterCommit, withKey);

    [PostgresTheory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_commit_that_never_arrived_is_made_again(bool withKey) => CutAsync(Cut.BeforeCommit, withKey);

    /// <summary>
    /// The look-up comes first here and finds nothing. It must not let the command run again while the COMMIT is under way.
    /// </summary>
    [PostgresTheory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_commit_that_arrives_after_it_was_looked_up_counts_once(bool withKey) => CutAsync(Cut.LateCommit, withKey);

    [PostgresFact]
    public async Task A_database_server_that_is_away_costs_only_the_writes_until_it_is_back()
    {
        var cluster = await PostgresCluster.SharedAsync();
        await using var proxy = new CommitCutter(cluster.Port);
        var database = await cluster.CreateDatabaseAsync();
        await using var server = await LiveFeedServer.StartAsync(
            "Database:Provider=PostgreSql", "Database:MigrateAtStart=true", "Database:RetryFor=00:00:01",
            $"Database:ConnectionString={cluster.ConnectionString(database).Replace($"Port={cluster.Port}", $"Port={proxy.Port}", StringComparison.Ordinal)}");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 1);
        await admin.ClaimAsync("cup", 1);

        await proxy.TakeDownAsync();
        await Expect.ProblemAsync(await admin.ScoreAsync("cup", 1, 1, 0), 503, "storage_unavailable");
        Assert.Equal(503, (int)(await server.Http.GetAsync("/health/writes")).StatusCode);
        proxy.BringUp();

        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 2, 0));
        Assert.Equal(200, (int)(await server.Http.GetAsync("/health/writes")).StatusCode);
    }

    /// <param name="cut">Where each connection breaks.</param>
    /// <param name="withKey">Whether the client sends a key that would make a repeat harmless.</param>
    private static async Task CutAsync(Cut cut, bool withKey)
    {
        var cluster = await PostgresCluster.SharedAsync();
        await using var proxy = new CommitCutter(cluster.Port);
        // The last connection string wins.
        var database = await cluster.CreateDatabaseAsync();
        await using (var server = await LiveFeedServer.StartAsync(
            "Database:Provider=PostgreSql", "Database:MigrateAtStart=true",
            $"Database:ConnectionString={cluster.ConnectionString(database).Replace($"Port={cluster.Port}", $"Port={proxy.Port}", StringComparison.Ordinal)}"))
        {
            var admin = await server.AdminAsync();
            await admin.CreateEventAsync("cup", 1);
            await admin.ClaimAsync("cup", 1);
            for (var round = 1; round <= Rounds; round++)
            {
                proxy.Next = cut;
                var posting = admin.ScoreAsync("cup", 1, round, 0, clientUpdateId: withKey ? $"round-{round}" : null);
                if (cut == Cut.LateCommit)
                {
                    await Eventually.TrueAsync(async () => await cluster.CountBlockedAsync(database) == 1, "The look-up did not wait for the COMMIT.");
                    proxy.Deliver.Release();
                }

                var score = await Expect.SuccessAsync(await posting);
                Assert.Equal(round, score.GetProperty("version").GetInt32());
                Assert.Equal(round, proxy.Made);
            }

            var log = await Feed.LogProbe.ReadAsync(server.Http, "cup");
            Assert.Equal(Rounds, log.Entries.Values.Count(entry => entry.GetProperty("type").GetString() == "score-update"));
            Assert.Equal(Rounds, (await admin.GetAsync("/api/events/cup/scores/1/history")).GetProperty("total").GetInt32());
        }

        await cluster.DropDatabaseAsync(database);
    }
}
