using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LiveFeed.Testing;

/// <summary>
/// The databases of the servers under test: SQLite by default; PostgreSQL or SQL Server for all if LIVEFEED_TEST_DATABASE is <c>PostgreSql</c> or
/// <c>SqlServer</c>, and PostgreSQL for those that request it. Each data folder has its own database, whatever the engine.
/// </summary>
public static class TestDatabase
{
    private const string PostgreSql = "PostgreSql";
    private const string SqlServer = "SqlServer";

    // In the data folder: the provider, a space, the name of the database.
    private const string NameFile = "server-database";

    private static string? ForAll => Environment.GetEnvironmentVariable("LIVEFEED_TEST_DATABASE") is { } provider and (PostgreSql or SqlServer) ? provider : null;

    /// <summary>Why a server has no database file of its own; null if it has one unless a test requests otherwise.</summary>
    public static string? WhyNoFile => ForAll is null ? null : $"This is about SQLite's file, and LIVEFEED_TEST_DATABASE is {ForAll}";

    /// <summary>Whether a server over a data folder uses a database server.</summary>
    public static bool IsServerOf(string data) => ForAll is not null || File.Exists(Path.Combine(data, NameFile));

    /// <summary>Creates a database on PostgreSQL for a data folder.</summary>
    public static Task UsePostgresAsync(string data) => UseAsync(data, PostgreSql);

    /// <summary>Returns the settings of a server over a data folder.</summary>
    public static async Task<IReadOnlyList<string>> SettingsAsync(string data)
    {
        if (ForAll is { } provider && !File.Exists(Path.Combine(data, NameFile)))
            await UseAsync(data, provider);
        return await FindAsync(data) is { } found
            ? [$"--LiveFeed:Database:Provider={found.Provider}", $"--LiveFeed:Database:ConnectionString={found.Connection}", "--LiveFeed:Database:MigrateAtStart=true"]
            : [];
    }

    /// <summary>Returns the first value that a statement returns.</summary>
    public static async Task<object?> ExecuteAsync(string data, string sql)
    {
        await using var connection = await OpenAsync(data);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Opens a connection of its own.</summary>
    public static async Task<DbConnection> OpenAsync(string data)
    {
        DbConnection connection = await FindAsync(data) switch
        {
            (PostgreSql, var postgres) => new NpgsqlConnection(postgres),
            (_, var sqlServer) => new SqlConnection(sqlServer),
            null => new SqliteConnection($"Data Source={Path.Combine(data, "livefeed.db")};Pooling=false"),
        };
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Makes the database reject rows that match a condition on <c>NEW</c>.</summary>
    public static async Task RejectAsync(string data, string table, string when) => await ExecuteAsync(data, (await FindAsync(data))?.Provider switch
    {
        PostgreSql => $"""
           CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a fault on purpose'; END $$;
           CREATE TRIGGER fault BEFORE INSERT ON {table} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION fault()
           """,
        SqlServer => $"CREATE TRIGGER fault ON {table} AFTER INSERT AS IF EXISTS (SELECT * FROM inserted AS NEW WHERE {when}) THROW 50000, 'a fault on purpose', 1",
        _ => $"CREATE TRIGGER fault BEFORE INSERT ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, 'a fault on purpose'); END",
    });

    public static async Task<long> CountAsync(string data, string sql) => Convert.ToInt64(await ExecuteAsync(data, sql), CultureInfo.InvariantCulture);

    /// <summary>Removes a data folder with its database.</summary>
    public static async Task RemoveAsync(string data)
    {
        if (await ReadAsync(data) is var (provider, name))
            await (provider == PostgreSql ? (await PostgresCluster.SharedAsync()).DropDatabaseAsync(name) : SqlServerInstance.DropDatabaseAsync(name));
        Directory.Delete(data, true);
    }

    private static async Task UseAsync(string data, string provider)
    {
        var name = provider == PostgreSql ? await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync() : await SqlServerInstance.CreateDatabaseAsync();
        await File.WriteAllTextAsync(Path.Combine(data, NameFile), $"{provider} {name}");
    }

    private static async Task<(string Provider, string Connection)?> FindAsync(string data) => await ReadAsync(data) is var (provider, name)
        ? (provider, provider == PostgreSql ? (await PostgresCluster.SharedAsync()).ConnectionString(name) : SqlServerInstance.ConnectionString(name))
        : null;

    private static async Task<(string Provider, string Name)?> ReadAsync(string data)
    {
        var file = Path.Combine(data, NameFile);
        return File.Exists(file) && (await File.ReadAllTextAsync(file)).Split(' ') is [var provider, var name] ? (provider, name) : null;
    }
}

/// <summary>A test that needs PostgreSQL: visibly skipped without it, except on a build server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Environment.GetEnvironmentVariable("CI") == "true" ? null : PostgresCluster.WhyMissing;
}

/// <inheritdoc cref="PostgresFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = new PostgresFactAttribute().Skip;
}
