using Microsoft.Data.SqlClient;

namespace LiveFeed.Testing;

/// <summary>The SQL Server that the environment names: a user who may create databases, such as <c>Server=localhost;User Id=sa;Password=…;TrustServerCertificate=true</c>.</summary>
internal static class SqlServerInstance
{
    public const string Variable = "LIVEFEED_TEST_SQLSERVER";

    private static int databases;

    /// <summary>Creates a new, empty database. Returns its name.</summary>
    public static async Task<string> CreateDatabaseAsync()
    {
        var name = $"livefeed_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync($"CREATE DATABASE {name}; ALTER DATABASE {name} SET READ_COMMITTED_SNAPSHOT ON");
        return name;
    }

    public static Task DropDatabaseAsync(string name) => ExecuteAsync($"ALTER DATABASE {name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {name}");

    /// <summary>Returns the connection string of a database.</summary>
    public static string ConnectionString(string database) => new SqlConnectionStringBuilder(Server()) { InitialCatalog = database }.ToString();

    private static string Server() => Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"{Variable} names no server.");

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqlConnection(Server());
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
