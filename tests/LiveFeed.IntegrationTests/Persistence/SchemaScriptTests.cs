using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveFeed.IntegrationTests.Persistence;

/// <summary>
/// The scripts in <c>deploy/</c>, for those whose database administrators apply the schema themselves: each brings any earlier version, or an empty database,
/// up to this one.
/// </summary>
public sealed class SchemaScriptTests
{
    private const string WriteThem = "LIVEFEED_WRITE_SCHEMA";

    [Theory]
    [InlineData("postgresql")]
    [InlineData("sqlserver")]
    public void The_script_is_that_of_the_migrations(string server)
    {
        using DbContext db = server == "postgresql" ? new PostgreSqlContextDesign().CreateDbContext([]) : new SqlServerContextDesign().CreateDbContext([]);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent).ReplaceLineEndings("\n");
        var file = $"deploy/{server}/schema.sql";
        if (Environment.GetEnvironmentVariable(WriteThem) == "1")
        {
            Directory.CreateDirectory(Path.Combine(Repository.Folder, $"deploy/{server}"));
            File.WriteAllText(Path.Combine(Repository.Folder, file), script);
        }

        Assert.True(Repository.Read(file).ReplaceLineEndings("\n") == script, $"{file} is not that of the migrations: {WriteThem}=1 dotnet test --filter SchemaScriptTests writes it.");
    }

    [PostgresFact]
    public async Task The_script_of_PostgreSQL_makes_a_database_on_which_a_server_starts_and_does_nothing_the_second_time()
    {
        var cluster = await PostgresCluster.SharedAsync();
        var database = await cluster.CreateDatabaseAsync();
        var script = Repository.Read("deploy/postgresql/schema.sql");
        await cluster.ExecuteInAsync(database, script);
        await cluster.ExecuteInAsync(database, script);
        await using var server = await LiveFeedServer.StartAsync(
            "Database:Provider=PostgreSql", $"Database:ConnectionString={cluster.ConnectionString(database)}", "Database:MigrateAtStart=false");
        await (await server.AdminAsync()).CreateEventAsync("cup", 1);
    }
}
