using LiveFeed.IntegrationTests.Feed;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>A replica that lags, hangs, ends and comes back, while scorekeepers write, readers are disconnected all the time and resume, and others read from the start.</summary>
public sealed class ReplicaFaultTests
{
    [ClusterFact]
    public async Task Whatever_the_replica_does_nothing_is_lost_or_sent_twice()
    {
        await using var bench = await FaultBench.StartAsync(0);
        var replica = await bench.Postgres.StartReplicaAsync();
        for (var i = 0; i < 2; i++)
        {
            await bench.AddAsync(
                [], $"Database:ReadConnectionString={replica.ConnectionString(bench.Database)}", "Database:ReadTimeout=00:00:00.500", "Database:ReadCheck=00:00:00.100",
                "Feed:MemoryEntries=16", "Feed:HistoryPageSize=10", "Feed:HistoryPagesKept=1");
        }

        await bench.HealthyAsync();
        var seen = new List<LogProbe>();
        await bench.RunAsync(
            async () =>
            {
                await GrowsAsync(bench, seen, "livefeed_replica_reads_total");
                foreach (var (begin, end, reason) in new (Func<Task> Begin, Func<Task> End, string Reason)[]
                {
                    (replica.PauseReplayAsync, replica.ResumeReplayAsync, "behind"),
                    (replica.FreezeAsync, replica.ThawAsync, "away"),
                    (replica.EndAsync, replica.StartAgainAsync, "away"),
                })
                {
                    await begin();
                    await GrowsAsync(bench, seen, "livefeed_replica_fallbacks_total", $"reason=\"{reason}\"");
                    await end();
                    await GrowsAsync(bench, seen, "livefeed_replica_reads_total");
                }
            },
            cutChance: 0.3);

        Assert.Equal(0, bench.Resets);
        var log = await LogProbe.ReadAsync(bench.Client(), "cup");
        foreach (var (sequence, entry) in seen.SelectMany(probe => probe.Entries))
            Assert.Equal(log.Entries[sequence].GetRawText(), entry.GetRawText());
        await replica.StopAsync();
    }

    /// <summary>Reads the log from its start, by each instance, until a counter of the instance has grown.</summary>
    private static async Task GrowsAsync(FaultBench bench, List<LogProbe> seen, string counter, string labels = "")
    {
        foreach (var server in bench.Servers)
        {
            using var http = FaultBench.ClientOf(server);
            var before = await Scrape.ValueAsync(http, counter, labels) ?? 0;
            await Eventually.TrueAsync(
                async () =>
                {
                    seen.Add(await LogProbe.ReadAsync(http, "cup"));
                    return await Scrape.ValueAsync(http, counter, labels) > before;
                },
                $"{counter} {labels} does not grow.");
        }
    }
}
