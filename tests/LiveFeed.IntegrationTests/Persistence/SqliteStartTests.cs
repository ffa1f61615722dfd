using LiveFeed.Api.Operations;
using LiveFeed.Domain;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Persistence;

public sealed class SqliteStartTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("livefeed-test-").FullName;

    private string DatabaseFile => Path.Combine(data, "livefeed.db");

    public void Dispose() => Directory.Delete(data, true);

    [SqliteFact]
    public async Task An_empty_file_gets_the_schema_and_a_second_start_applies_nothing()
    {
        await File.WriteAllBytesAsync(DatabaseFile, []);
        await StartAndStopAsync();
        var (history, schema) = (Query("SELECT * FROM __EFMigrationsHistory"), Query("PRAGMA schema_version"));
        await StartAndStopAsync();
        Assert.Equal(18, history.Count);
        Assert.Equal(history, Query("SELECT * FROM __EFMigrationsHistory"));
        Assert.Equal(schema, Query("PRAGMA schema_version"));
        Assert.Empty(Copies());
    }

    [SqliteFact]
    public async Task The_schema_that_migrations_make_is_that_of_the_model()
    {
        await StartAndStopAsync();
        await using var modelled = new NextVersion(Path.Combine(data, "modelled.db")).Create();
        await modelled.Database.EnsureCreatedAsync();
        const string columns = "SELECT m.name, c.name, c.type, c.\"notnull\", c.pk FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY 1, 2";
        const string indexes = "SELECT m.name, i.name, i.\"unique\", c.name FROM sqlite_master m, pragma_index_list(m.name) i, pragma_index_info(i.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY 1, 2, c.seqno";
        const string keys = "SELECT m.name, k.\"table\", k.\"from\", k.\"to\", k.on_delete FROM sqlite_master m, pragma_foreign_key_list(m.name) k WHERE m.type = 'table' ORDER BY 1, 3";
        foreach (var question in new[] { columns, indexes, keys })
        {
            var expected = Query(question, modelled.Database.GetConnectionString()!);
            Assert.NotEmpty(expected);
            Assert.Equal(expected, Query(question));
        }
    }

    [SqliteFact]
    public async Task Before_the_schema_changes_a_copy_of_the_file_is_kept()
    {
        await StartAndStopAsync();
        await new NextVersion(DatabaseFile).StartAsync();
        Assert.Single(Query("SELECT name FROM sqlite_master WHERE name = 'later'"));
        var copy = $"Data Source={Assert.Single(Copies())};Pooling=False";
        Assert.Empty(Query("SELECT name FROM sqlite_master WHERE name = 'later'", copy));
        Assert.Single(Query("SELECT email FROM users", copy));
        Assert.Equal(["ok"], Query("PRAGMA integrity_check", copy));
        // It has password hashes in it.
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copies()[0]));

        // Without a change there is no copy.
        await new NextVersion(DatabaseFile).StartAsync();
        Assert.Single(Copies());
    }

    [SqliteFact]
    public async Task A_restored_copy_runs_as_before()
    {
        await StartAndStopAsync();
        await new NextVersion(DatabaseFile).StartAsync();
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(data, "livefeed.db*").Except(Copies()))
            File.Delete(file);
        File.Move(Assert.Single(Copies()), DatabaseFile);
        await using var server = await LiveFeedServer.OverAsync(data);
        Assert.Equal(["wal"], Query("PRAGMA journal_mode"));
        await server.AdminAsync();
    }

    [SqliteFact]
    public async Task A_schema_of_a_newer_version_that_only_adds_is_used()
    {
        await StartAndStopAsync();
        await new NextVersion(DatabaseFile).StartAsync();
        await StartAndStopAsync();
    }

    [SqliteFact]
    public async Task A_schema_of_a_newer_version_that_this_one_must_know_is_rejected_and_left_alone()
    {
        await StartAndStopAsync();
        await new NextVersion(DatabaseFile).StartAsync();
        Execute("UPDATE schema_compatibility SET oldest_migration = 'Later'");
        var rejection = await Assert.ThrowsAsync<StartException>(StartAndStopAsync);
        Assert.Contains($"has the migration {NextVersion.Migration}, which this version of LiveFeed doesn't know", rejection.Message, StringComparison.Ordinal);

        // Even if this version has migrations of its own that the file lacks.
        Execute("DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%_Initial'");
        rejection = await Assert.ThrowsAsync<StartException>(StartAndStopAsync);
        Assert.Contains(NextVersion.Migration, rejection.Message, StringComparison.Ordinal);
        Assert.Single(Copies());
    }

    [SqliteFact]
    public async Task Without_migrations_at_start_an_old_schema_is_rejected_until_the_command_migrated_it()
    {
        var rejection = await Assert.ThrowsAsync<StartException>(() => StartAndStopAsync("Database:MigrateAtStart=false"));
        Assert.EndsWith("livefeed migrate", rejection.Message, StringComparison.Ordinal);
        Assert.Equal(0, await MigrateCommand.Create().Parse([$"--LiveFeed:DataDirectory={data}"]).InvokeAsync());
        await StartAndStopAsync("Database:MigrateAtStart=false");
    }

    [SqliteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Commits_survive_power_cuts_and_readers_go_on_beside_the_writer(bool ownConnectionString)
    {
        string[] settings = ownConnectionString ? [$"Database:ConnectionString=Data Source={DatabaseFile}"] : [];
        await using var server = await LiveFeedServer.OverAsync(data, settings);
        await using var db = server.Services.GetRequiredService<ILiveFeedContextFactory>().Create();
        await db.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        Assert.Equal(["wal"], Query("PRAGMA journal_mode", connection));
        Assert.Equal(["2"], Query("PRAGMA synchronous", connection));
        Assert.Equal(["1"], Query("PRAGMA foreign_keys", connection));
        Assert.Equal(["1000"], Query("PRAGMA busy_timeout", connection));
    }

    private async Task StartAndStopAsync(params string[] settings) => await (await LiveFeedServer.OverAsync(data, settings)).DisposeAsync();

    private Task StartAndStopAsync() => StartAndStopAsync([]);

    private string[] Copies() => Directory.GetFiles(data, "*.bak");

    private List<string> Query(string sql) => Query(sql, $"Data Source={DatabaseFile};Pooling=False");

    private static List<string> Query(string sql, string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        return Query(sql, connection);
    }

    private static List<string> Query(string sql, SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))));
        return rows;
    }

    private void Execute(string sql) => Query(sql);
}
