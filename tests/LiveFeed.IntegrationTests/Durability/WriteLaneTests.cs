using System.Net;

namespace LiveFeed.IntegrationTests.Durability;

/// <summary>On a database server the writes of one event don't wait for those of another.</summary>
public sealed class WriteLaneTests
{
    [PostgresFact]
    public async Task While_one_event_is_locked_the_writes_of_others_go_on()
    {
        await using var server = await LiveFeedServer.StartOnPostgresAsync("Database:WriteLanes=64");
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

            // One or two of them may share the lane of the one that is locked.
            var written = others.Select(id => admin.ScoreAsync(id, 1, 1, 0)).ToList();
            for (var i = 0; i < others.Length - 2; i++)
            {
                var first = await Task.WhenAny(written).WaitAsync(TimeSpan.FromSeconds(10));
                Assert.Equal(HttpStatusCode.Created, (await first).StatusCode);
                written.Remove(first);
            }

            Assert.False(waiting.IsCompleted);
            await transaction.RollbackAsync();
        }

        Assert.Equal(HttpStatusCode.Created, (await waiting).StatusCode);
    }
}
