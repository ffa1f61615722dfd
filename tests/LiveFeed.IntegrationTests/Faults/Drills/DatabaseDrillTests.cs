namespace LiveFeed.IntegrationTests.Faults.Drills;

/// <summary>The drills of deploy/drills after which the database server is another one.</summary>
public sealed class DatabaseDrillTests
{
    [ClusterFact]
    public async Task The_database_fails_over_to_its_standby()
    {
        PostgresStandby? standby = null;
        await using var bench = new DrillBench(async (primary, database) =>
        {
            standby = await PostgresStandby.StartAsync(primary, synchronous: true);
            // As docs/runbooks/database-lost.md has it.
            return [$"Database:ConnectionString=Host=127.0.0.1:{primary.Port},127.0.0.1:{standby.Port};Target Session Attributes=primary;Username=livefeed;Database={database};Maximum Pool Size=30"];
        });
        await bench.InitializeAsync();
        await Drill.RunAsync("database-failed-over", new(bench.Environment)
        {
            ["DRILL_DATABASE_STOP"] = bench.Hooks.Command(async () => await PostgresPrograms.EndAsync(await PostgresPrograms.DataOfAsync(bench.Postgres), "KILL")),
            ["DRILL_PROMOTE"] = bench.Hooks.Command(standby!.PromoteAsync),
        });
        await standby.DisposeAsync();
    }

    [ClusterFact]
    public async Task The_database_is_put_back_to_a_time()
    {
        PostgresArchive? archive = null;
        await using var bench = new DrillBench(async (server, _) =>
        {
            archive = await PostgresArchive.StartAsync(server);
            return [];
        });
        await bench.InitializeAsync();
        await Drill.RunAsync("restored-postgresql", new(bench.Environment)
        {
            ["DRILL_BACKUP"] = bench.Hooks.Command(archive!.BackUpAsync),
            ["DRILL_TIME"] = bench.Hooks.Command(_ => archive.TimeAsync()),
            ["DRILL_RESTORE"] = bench.Hooks.Command(async arguments =>
            {
                await archive.RestoreAsync(arguments.Single());
                return "";
            }),
        });
    }

    [LongClusterFact]
    public async Task Everything_moves_to_another_place()
    {
        await using var redisThere = await RedisServer.StartAsync();
        PostgresStandby? standby = null;
        await using var bench = new DrillBench(async (primary, _) =>
        {
            standby = await PostgresStandby.StartAsync(primary);
            return [];
        });
        await bench.InitializeAsync();
        string[] settings = [$"Database:ConnectionString={standby!.ConnectionString(bench.Database)}", redisThere.Setting];
        await Drill.RunAsync("region-moved", new(bench.Environment)
        {
            ["DRILL_URLS"] = $"{bench.Environment["DRILL_URLS"]} {bench.AddressOf(3)} {bench.AddressOf(4)}",
            ["DRILL_INSTANCES_THERE"] = $"{bench.AddressOf(3)} {bench.AddressOf(4)}",
            ["DRILL_LEAVE"] = bench.Hooks.Command(async () =>
            {
                await bench.StopAsync(1);
                await bench.StopAsync(2);
                await PostgresPrograms.EndAsync(await PostgresPrograms.DataOfAsync(bench.Postgres), "INT");
            }),
            ["DRILL_PROMOTE"] = bench.Hooks.Command(standby.PromoteAsync),
            ["DRILL_ARRIVE"] = bench.Hooks.Command(async () =>
            {
                await bench.StartAsync(3, settings);
                await bench.StartAsync(4, settings);
            }),
        });
        await standby.DisposeAsync();
    }
}
