using Npgsql;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>PostgreSQL's disk is full. That costs the writes meanwhile, and nothing after it; streams and reads of what is in memory go on.</summary>
public sealed class PostgresDiskTests
{
    [PostgresDiskFact]
    public async Task The_disk_of_the_data_is_full()
    {
        await using var disk = await PostgresDisk.StartAsync(megabytes: 80);
        await using var bench = await FaultBench.StartAsync(await disk.StartWithDataAsync(), 2);
        await bench.HealthyAsync();
        var admins = await bench.AdminsAsync();
        await bench.RunAsync(async () =>
        {
            disk.Fill();
            await FaultBench.WritesFailAsync(admins);
            Assert.False(bench.Postgres.HasExited);
            disk.Free();
            await FaultBench.WritesSucceedAsync(admins);
        });
        Assert.Equal((0, 4), (bench.Resets, bench.Connections));
    }

    /// <summary>The server ends all connections then, and ends itself if there is no room to recover in. Its service starts it again.</summary>
    [PostgresDiskFact]
    public async Task The_disk_of_the_write_ahead_log_is_full()
    {
        await using var disk = await PostgresDisk.StartAsync(megabytes: 24);
        await using var bench = await FaultBench.StartAsync(await disk.StartWithLogAsync(), 2, settings: "Database:RetryFor=00:00:02");
        await bench.HealthyAsync();
        var admins = await bench.AdminsAsync();
        await bench.RunAsync(async () =>
        {
            disk.Fill();
            await Eventually.TrueAsync(async () => !await TakesLogAsync(bench.Postgres), "The disk never became full.");
            await FaultBench.WritesFailAsync(admins);
            disk.Free();
            // It may still be about to end.
            await Eventually.TrueAsync(async () => bench.Postgres.HasExited || await TakesLogAsync(bench.Postgres));
            if (bench.Postgres.HasExited)
            {
                await bench.Postgres.EndAsync();
                await bench.Postgres.StartAgainAsync();
            }

            await FaultBench.WritesSucceedAsync(admins);
        });
        Assert.Equal((0, 4), (bench.Resets, bench.Connections));
    }

    /// <summary>Lets the server use another file of its write-ahead log. Returns whether it could.</summary>
    private static async Task<bool> TakesLogAsync(PostgresCluster postgres)
    {
        try
        {
            await postgres.ExecuteInAsync("postgres", "SELECT pg_logical_emit_message(true, 'test', 'more'), pg_switch_wal()");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class PostgresDiskFactAttribute : FactAttribute
    {
        public PostgresDiskFactAttribute() => Skip = PostgresDisk.WhyMissing ?? new ClusterFactAttribute().Skip;
    }
}
