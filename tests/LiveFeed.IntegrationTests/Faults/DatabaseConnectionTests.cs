using Npgsql;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>The database server has no connection left. That costs the writes meanwhile, and nothing after it; streams and reads of what is in memory go on.</summary>
public sealed class DatabaseConnectionTests
{
    private const int AllConnections = 40;

    [ClusterFact]
    public async Task Others_have_taken_all_connections_of_the_server()
    {
        await using var bench = await FaultBench.StartAsync(
            await PostgresCluster.StartAsync(durable: true, $"-c max_connections={AllConnections}"), 2, settings: ["Database:RetryFor=00:00:01"]);
        await bench.HealthyAsync();
        var admins = await bench.AdminsAsync();
        await bench.RunAsync(async () =>
        {
            var others = new List<NpgsqlConnection>();
            // A connection of the instances stays until it is cut, and whoever is faster gets its place. Only a count of those taken shows that all
            // are: pg_stat_activity forgets a connection before its place is free.
            await TakeAllAsync(others, bench.Postgres);
            while (others.Count < AllConnections)
            {
                await CutAsync(others[0], bench.Database);
                await TakeAllAsync(others, bench.Postgres);
            }
            await FaultBench.WritesFailAsync(admins);
            foreach (var other in others)
                await other.DisposeAsync();
            await FaultBench.WritesSucceedAsync(admins);
        });
        Assert.Equal((0, 4), (bench.Resets, bench.Connections));
    }

    private static async Task TakeAllAsync(List<NpgsqlConnection> taken, PostgresCluster postgres)
    {
        while (true)
        {
            var another = new NpgsqlConnection(postgres.ConnectionString("postgres") + ";Pooling=false");
            try
            {
                await another.OpenAsync();
                taken.Add(another);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.TooManyConnections)
            {
                await another.DisposeAsync();
                return;
            }
        }
    }

    private static async Task CutAsync(NpgsqlConnection by, string database)
    {
        await using var command = new NpgsqlCommand($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{database}'", by);
        await command.ExecuteScalarAsync();
    }
}
