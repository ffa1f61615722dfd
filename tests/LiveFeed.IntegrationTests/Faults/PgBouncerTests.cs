using System.Text.RegularExpressions;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>Instances whose connections are pooled by a PgBouncer with the settings of docs/operations.md.</summary>
public sealed class PgBouncerTests
{
    // As the page says.
    private const string OfTransactions = ";Max Auto Prepare=0;No Reset On Close=true";

    [PgBouncerTheory]
    [InlineData("transaction", OfTransactions)]
    [InlineData("session", "")]
    public async Task Two_instances_write_and_read_by_way_of_few_connections_whatever_restarts(string mode, string connection)
    {
        var postgres = await PostgresCluster.StartAsync(durable: true);
        // In session mode each connection of a client takes one of the server's for as long as it is open.
        await using var bouncer = await StartAsync(postgres, mode, poolSize: mode == "transaction" ? 4 : 60);
        await using var bench = await FaultBench.StartAsync(postgres, 0);
        for (var i = 0; i < 2; i++)
            await bench.AddAsync([], $"Database:ConnectionString={postgres.ConnectionString(bench.Database, bouncer.Port)}{connection}");
        await bench.HealthyAsync();
        Assert.InRange(await CountConnectionsAsync(bench), 1, mode == "transaction" ? 4 : 60);

        await bench.RunAsync(async () =>
        {
            await postgres.CutConnectionsAsync(bench.Database);
            await postgres.RestartAsync();
            await bouncer.KillAsync();
            await bouncer.StartAgainAsync();
        });

        Assert.Equal((0, 4), (bench.Resets, bench.Connections));
        Assert.InRange(await CountConnectionsAsync(bench), 1, mode == "transaction" ? 4 : 60);
    }

    /// <summary>Statements are prepared on one connection of the server and run on another. Every write would fail, one now and one then.</summary>
    [PgBouncerFact]
    public async Task A_start_that_would_prepare_statements_where_they_are_lost_says_what_to_set()
    {
        var postgres = await PostgresCluster.StartAsync(durable: false);
        var data = Directory.CreateTempSubdirectory("livefeed-test-").FullName;
        try
        {
            await using var bouncer = await StartAsync(postgres, "transaction", poolSize: 4);
            var database = await postgres.CreateDatabaseAsync();
            var (code, error, _) = await ServerProcess.FailWithinAsync(
                [], data, "Database:Provider=PostgreSql", "Database:MigrateAtStart=true", $"Database:ConnectionString={postgres.ConnectionString(database, bouncer.Port)}");
            Assert.Equal(1, code);
            Assert.Contains("Max Auto Prepare=0;No Reset On Close=true", error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(data, true);
            await postgres.StopAsync();
        }
    }

    private static Task<PgBouncer> StartAsync(PostgresCluster postgres, string mode, int poolSize) => PgBouncer.StartAsync((port, folder) =>
    {
        var text = Repository.Read("docs/operations.md").Split("```ini\n")[1].Split("```")[0];
        foreach (var (name, value) in new (string, string)[]
        {
            ("livefeed", $"host=127.0.0.1 port={postgres.Port}"), ("listen_port", $"{port}"), ("auth_type", "trust"), ("auth_file", $"{folder}/users"),
            ("pool_mode", mode), ("default_pool_size", $"{poolSize}"),
        })
        {
            var line = new Regex($"^{name} = .*$", RegexOptions.Multiline);
            Assert.Single(line.Matches(text));
            // Each test has a database of its own.
            text = line.Replace(text, $"{(name == "livefeed" ? "*" : name)} = {value}");
        }

        return $"{text}\nunix_socket_dir =\n";
    });

    private static async Task<long> CountConnectionsAsync(FaultBench bench) =>
        (long)(await bench.Postgres.ExecuteInAsync("postgres", $"SELECT count(*) FROM pg_stat_activity WHERE datname = '{bench.Database}'"))!;

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class PgBouncerFactAttribute : FactAttribute
    {
        public PgBouncerFactAttribute() => Skip = new ClusterFactAttribute().Skip ?? (Environment.GetEnvironmentVariable("CI") == "true" ? null : PgBouncer.WhyMissing);
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class PgBouncerTheoryAttribute : TheoryAttribute
    {
        public PgBouncerTheoryAttribute() => Skip = new PgBouncerFactAttribute().Skip;
    }
}
