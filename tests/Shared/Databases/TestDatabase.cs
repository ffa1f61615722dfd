using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LiveFeed.Testing;

/// <summary>
/// The databases of the servers under test: SQLite by default; PostgreSQL for all if LIVEFEED_TEST_DATABASE is <c>PostgreSql</c>, and for
/// those that request it. Each data folder has its own database, whatever the engine.
/// </summary>
public static class TestDatabase
{
    private const string NameFile = "postgresql-database";

    public static bool IsPostgres => Environment.GetEnvironmentVariable("LIVEFEED_TEST_DATABASE") == "PostgreSql";

    /// <summary>Whether a server over a data folder uses PostgreSQL.</summary>
    public static bool IsPostgresOf(string data) => IsPostgres || File.Exists(Path.Combine(data, NameFile));

    /// <summary>Creates a database on PostgreSQL for a data folder.</summary>
    public static async Task UsePostgresAsync(string data) =>
        await File.WriteAllTextAsync(Path.Combine(data, NameFile), await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync());

    /// <summary>Returns the settings of a server over a data folder.</summary>
    public static async Task<IReadOnlyList<string>> SettingsAsync(string data)
    {
        if (IsPostgres && !File.Exists(Path.Combine(data, NameFile)))
            await UsePostgresAsync(data);
        return await PostgresOfAsync(data) is { } connection
            ? ["--LiveFeed:Database:Provider=PostgreSql", $"--LiveFeed:Database:ConnectionString={connection}", "--LiveFeed:Database:MigrateAtStart=true"]
            : [];
    }

    /// <summary>Returns the first value that a statement returns.</summary>
    public static async Task<object?> ExecuteAsync(string data, string sql)
    {
        await using DbConnection connection = await PostgresOfAsync(data) is { } postgres
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection($"Data Source={Path.Combine(data, "livefeed.db")};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Makes the database reject rows that match a condition on <c>NEW</c>.</summary>
    public static async Task RejectAsync(string data, string table, string when) => await ExecuteAsync(data, await PostgresOfAsync(data) is null
        ? $"CREATE TRIGGER fault BEFORE INSERT ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, 'a fault on purpose'); END"
        : $"""
           CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a fault on purpose'; END $$;
           CREATE TRIGGER fault BEFORE INSERT ON {table} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION fault()
           """);

    public static async Task<long> CountAsync(string data, string sql) => Convert.ToInt64(await ExecuteAsync(data, sql), CultureInfo.InvariantCulture);

    /// <summary>Removes a data folder with its database.</summary>
    public static async Task RemoveAsync(string data)
    {
        var name = Path.Combine(data, NameFile);
        if (File.Exists(name))
            await (await PostgresCluster.SharedAsync()).DropDatabaseAsync(await File.ReadAllTextAsync(name));
        Directory.Delete(data, true);
    }

    private static async Task<string?> PostgresOfAsync(string data)
    {
        var name = Path.Combine(data, NameFile);
        return File.Exists(name) ? (await PostgresCluster.SharedAsync()).ConnectionString(await File.ReadAllTextAsync(name)) : null;
    }
}

/// <summary>A test that needs PostgreSQL: visibly skipped without it, except on a build server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Environment.GetEnvironmentVariable("CI") == "true" ? null : PostgresCluster.WhyMissing;
}
