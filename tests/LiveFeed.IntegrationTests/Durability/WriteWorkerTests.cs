using System.Net;

namespace LiveFeed.IntegrationTests.Durability;

/// <summary>On a database server the writes of one event don't wait for those of another.</summary>
public sealed class WriteWorkerTests
{
    [PostgresFact]
    public async Task While_one_event_is_locked_the_writes_of_others_go_on()
    {
        await using var server = await LiveFeedServer.StartOnPostgresAsync("Database:WriteWorkers=2");
        var admin = await server.AdminAsync();
        string[] others = [.. Enumerable.Range(1, 8).Select(i => $"other-{i}")];
        foreach (var id in others.Append("locked"))
        {
            await admin.CreateEventAsync(id, 1);
            await admin.ClaimAsync(id, 1);
        }

        Task<HttpResponseMessage> waiting;
        await using (var hold = await TestDatabase.OpenAsync(server.DataDirectory))
        {
            await using var transaction = await hold.BeginTransactionAsync();
            await using var command = hold.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "SELECT sequence FROM feed_heads WHERE topic = 'events/locked' FOR UPDATE";
            await command.ExecuteScalarAsync();
            waiting = admin.ScoreAsync("locked", 1, 1, 0);

            await Eventually.TrueAsync(async () => await TestDatabase.CountAsync(
                server.DataDirectory, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") > 0);

            var next = admin.ScoreAsync("locked", 1, 2, 0);
            foreach (var response in await Task.WhenAll(others.Select(id => admin.ScoreAsync(id, 1, 1, 0))).WaitAsync(TimeSpan.FromMinutes(1)))
                Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            Assert.False(next.IsCompleted);
            Assert.False(waiting.IsCompleted);
            await transaction.RollbackAsync();
        }

        Assert.Equal(HttpStatusCode.Created, (await waiting).StatusCode);
    }
}
