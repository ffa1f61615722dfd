using System.Collections.Concurrent;
using LiveFeed.Client;
using LiveFeed.IntegrationTests.Feed;
using Xunit.Abstractions;

namespace LiveFeed.IntegrationTests.Clients;

/// <summary>The .NET client over a network that loses connections, and before a server that is killed.</summary>
public sealed class FeedClientDisconnectTests(ITestOutputHelper output)
{
    private const int Scores = 60;
    private const int Cuts = 10;
    private static readonly string[] Events = ["cup", "league"];

    [Theory]
    [InlineData(FeedTransport.Stream)]
    [InlineData(FeedTransport.Poll)]
    public async Task Every_entry_comes_once_and_in_order_however_often_the_connection_is_lost_and_the_server_killed(FeedTransport transport)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var data = Directory.CreateTempSubdirectory("livefeed-test-");
        var listen = $"/urls=http://127.0.0.1:{LocalPort.FindFree()}";
        var server = await ServerProcess.StartAsync(data.FullName, listen);
        var admin = await server.AdminAsync();
        foreach (var id in Events)
        {
            await admin.CreateEventAsync(id, 2);
            await admin.ClaimAsync(id, 1);
        }

        // Of a stream each message counts, and of a poll only the whole page.
        using var network = transport == FeedTransport.Stream ? new CuttingHandler(new Random(seed), 20_000, spared: 0) : new CuttingHandler(new Random(seed), 300, spared: 0.5);
        using var http = new HttpClient(network) { BaseAddress = server.Address };
        var items = new ConcurrentQueue<FeedItem>();
        using var over = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var following = FollowAsync(new FeedClient(http, new FeedClientOptions { Transport = transport, MaxPause = TimeSpan.FromMilliseconds(50) }), items, over.Token);
        await Eventually.TrueAsync(() => Task.FromResult(items.OfType<FeedSnapshot>().Count() == Events.Length));

        var point = 0;
        for (var part = 0; part < 3; part++)
        {
            // Killed, then stopped as for an upgrade.
            if (part == 1)
                server.Kill();
            else if (part == 2)
                await server.StopAsync();
            if (part > 0)
            {
                server.Dispose();
                server = await ServerProcess.StartAsync(data.FullName, listen);
            }

            for (var n = 0; (n < Scores || network.Cuts < Cuts * (part + 1)) && !following.IsCompleted; n++)
            {
                point++;
                foreach (var id in Events)
                    await Expect.SuccessAsync(await admin.ScoreAsync(id, 1, point, 0));
            }
        }

        if (following.IsCompleted)
            await following;
        var logs = new Dictionary<string, LogProbe>();
        foreach (var id in Events)
            logs[$"events/{id}"] = await LogProbe.ReadAsync(admin.Http, id);
        await Eventually.TrueAsync(() => Task.FromResult(logs.All(log => items.OfType<FeedEntry>().Any(entry => Text(entry) == log.Value.Entries[log.Value.Head].GetRawText()))), "The last entries didn't come.");
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
        server.Dispose();
        data.Delete(true);

        foreach (var (topic, log) in logs)
        {
            var snapshot = Assert.Single(items.OfType<FeedSnapshot>(), snapshot => snapshot.Topic == topic);
            Assert.Null(snapshot.Reset);
            var entries = items.OfType<FeedEntry>().Where(entry => entry.Topic == topic).Select(Text).ToList();
            Assert.True(entries.Count >= 3 * Scores, $"Only {entries.Count} entries of {topic}.");
            Assert.Equal(log.Entries.OrderBy(entry => entry.Key).Select(entry => entry.Value.GetRawText()).TakeLast(entries.Count), entries);
            // The snapshot has what came before the first of them.
            Assert.Equal(LogProbe.StateOf(log.Entries.OrderBy(entry => entry.Key).Take((int)log.Head - entries.Count).Select(entry => entry.Value)).Values.Order(StringComparer.Ordinal), snapshot.Entries.Select(Text).Order(StringComparer.Ordinal));
        }
    }

    private static async Task FollowAsync(FeedClient client, ConcurrentQueue<FeedItem> items, CancellationToken over)
    {
        await foreach (var item in client.FollowAsync(Events.Select(id => $"events/{id}"), cancellationToken: over))
            items.Enqueue(item);
    }

    /// <summary>Returns an entry as the log has it.</summary>
    private static string Text(FeedEntry entry) => entry.Json.GetRawText().Replace($"\"topic\":\"{entry.Topic}\",", "", StringComparison.Ordinal);
}
