using LiveFeed.Domain;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.IntegrationTests.Persistence;

/// <summary>A migration that is killed, that fails, or that two processes begin at once.</summary>
public sealed class MigrationTests : IDisposable
{
    private const string Schema = "SELECT name || ' ' || COALESCE(sql, '') FROM sqlite_master WHERE name <> '__EFMigrationsLock' ORDER BY name";
    private readonly string data = Directory.CreateTempSubdirectory("livefeed-test-").FullName;
    private readonly EventLog log = new();

    private string DatabaseFile => Path.Combine(data, "livefeed.db");

    private string Marker => $"{DatabaseFile}.migrating";

    public void Dispose() => Directory.Delete(data, true);

    [SqliteFact]
    public async Task A_process_that_is_killed_in_the_middle_leaves_the_file_as_it_was_and_the_next_start_reports_it_and_migrates()
    {
        // A commit waits for every reader to end, so this reader holds the process in the middle of its migration.
        Execute("CREATE TABLE reader (id INTEGER)");
        await using (var reader = Open())
        {
            await using var transaction = reader.BeginTransaction(deferred: true);
            Query(reader, "SELECT * FROM reader");
            await ServerProcess.KillAtStartAsync(data, () => File.Exists(Marker) && File.Exists($"{DatabaseFile}-journal"));
        }

        Assert.Equal(["reader CREATE TABLE reader (id INTEGER)"], Query(Schema));
        var copy = Assert.Single(Copies());

        await new NextVersion(DatabaseFile, "LiveFeed.Infrastructure").StartAsync(log);
        var warning = Assert.Single(log.Events, logged => logged.Id == 2104);
        Assert.Contains(DatabaseFile, warning.Message, StringComparison.Ordinal);
        Assert.Contains(copy, warning.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Marker));
        Assert.Equal(["ok"], Query("PRAGMA integrity_check"));
        await using var server = await LiveFeedServer.OverAsync(data);
        await server.AdminAsync();
    }

    [SqliteFact]
    public async Task A_migration_that_ended_is_not_reported_as_interrupted()
    {
        new EarlierVersion("ef-core-6").UnpackTo(DatabaseFile);
        // As if killed after the commit, before the marker was removed.
        await File.WriteAllLinesAsync(Marker, ["20261120134647_Initial", "a copy"]);
        await new NextVersion(DatabaseFile).StartAsync(log);
        Assert.DoesNotContain(log.Events, logged => logged.Id == 2104);
        Assert.Single(Query("SELECT name FROM sqlite_master WHERE name = 'later'"));
    }

    [SqliteFact]
    public async Task Two_processes_that_start_at_once_both_come_up_and_migrate_once()
    {
        var starts = new[] { ServerProcess.StartAsync(data), ServerProcess.StartAsync(data) };
        try
        {
            foreach (var process in await Task.WhenAll(starts))
                await process.AdminAsync();
            await using var db = new NextVersion(DatabaseFile, "LiveFeed.Infrastructure").Create();
            Assert.Equal(db.Database.GetMigrations(), Query("SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId"));
            Assert.Empty(Copies());
        }
        finally
        {
            foreach (var start in starts.Where(start => start.IsCompletedSuccessfully))
                (await start).Dispose();
        }
    }

    [SqliteFact]
    public async Task Starts_at_once_over_earlier_data_keep_one_copy()
    {
        new EarlierVersion("ef-core-6").UnpackTo(DatabaseFile);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new NextVersion(DatabaseFile).StartAsync(log))));
        Assert.Single(log.Events, logged => logged.Id == 2101);
        Assert.Single(Copies());
        Assert.Single(Query($"SELECT * FROM __EFMigrationsHistory WHERE MigrationId = '{NextVersion.Migration}'"));
        Assert.Equal(["wal"], Query("PRAGMA journal_mode"));
    }

    [SqliteFact]
    public async Task A_migration_that_fails_after_it_rebuilt_a_table_leaves_the_file_as_it_was()
    {
        const string users = "SELECT id, display_name FROM users ORDER BY id";
        new EarlierVersion("ef-core-6").UnpackTo(DatabaseFile);
        Execute("CREATE TRIGGER fault BEFORE INSERT ON __EFMigrationsHistory BEGIN SELECT RAISE(ABORT, 'a fault on purpose'); END");
        var version = new OtherVersion<RebuildContext>(DatabaseFile, options => new RebuildContext(options));
        var (schema, rows) = (Query(Schema), Query(users));
        var failure = await Assert.ThrowsAsync<StartException>(() => NextVersion.StartAsync(version, log));
        Assert.Contains("a fault on purpose", failure.Message, StringComparison.Ordinal);
        Assert.Contains(DatabaseFile, failure.Message, StringComparison.Ordinal);
        Assert.Contains(Assert.Single(Copies()), failure.Message, StringComparison.Ordinal);
        Assert.Equal(schema, Query(Schema));
        Assert.Equal(rows, Query(users));

        // The migration failed and reported that, so nothing was interrupted.
        Execute("DROP TRIGGER fault");
        await NextVersion.StartAsync(version, log);
        Assert.DoesNotContain(log.Events, logged => logged.Id == 2104);
        Assert.Equal(["0"], Query("SELECT \"notnull\" FROM pragma_table_info('users') WHERE name = 'display_name'"));
        Assert.Equal(rows, Query(users));
        Assert.Empty(Query("PRAGMA foreign_key_check"));
    }

    [SqliteFact]
    public async Task A_migration_that_leaves_rows_that_refer_to_nothing_is_undone()
    {
        new EarlierVersion("ef-core-6").UnpackTo(DatabaseFile);
        var schema = Query(Schema);
        var failure = await Assert.ThrowsAsync<StartException>(
            () => NextVersion.StartAsync(new OtherVersion<OrphanContext>(DatabaseFile, options => new OrphanContext(options)), log));
        Assert.Contains("from pets to users", failure.Message, StringComparison.Ordinal);
        Assert.Equal(schema, Query(Schema));
    }

    [SqliteFact]
    public async Task A_start_waits_for_a_writer_says_so_and_gives_up_in_time()
    {
        new EarlierVersion("ef-core-6").UnpackTo(DatabaseFile);
        await using var writer = Open();
        await using var transaction = await writer.BeginTransactionAsync();
        var failure = await Assert.ThrowsAsync<StartException>(() => new NextVersion(DatabaseFile).StartAsync(log, TimeSpan.FromSeconds(1)));
        Assert.Contains($"Another process has been writing to {DatabaseFile}", failure.Message, StringComparison.Ordinal);
        Assert.Contains(DatabaseFile, Assert.Single(log.Events, logged => logged.Id == 2103).Message, StringComparison.Ordinal);
        Assert.Empty(Copies());

        var start = Task.Run(() => new NextVersion(DatabaseFile).StartAsync(log));
        await Eventually.TrueAsync(() => Task.FromResult(log.Events.Count(logged => logged.Id == 2103) == 2));
        await transaction.CommitAsync();
        await start.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Single(Query("SELECT name FROM sqlite_master WHERE name = 'later'"));
    }

    [SqliteTheory]
    [InlineData("2026-11-01 10:00:00+00:00", false)]
    [InlineData("not a time", false)]
    [InlineData("9999-01-01 10:00:00+00:00", true)]
    public async Task A_lock_that_another_program_left_does_not_stop_a_start(string since, bool waits)
    {
        new EarlierVersion("ef-core-6").UnpackTo(DatabaseFile);
        // The state that EF Core's MigrateAsync leaves when its process is killed.
        Execute($"CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '{since}')");
        await Task.Run(() => new NextVersion(DatabaseFile).StartAsync(log, TimeSpan.FromSeconds(1))).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Single(log.Events, logged => logged.Id == 2105);
        Assert.Equal(waits, log.Events.Any(logged => logged.Id == 2103));
        Assert.Empty(Query("SELECT * FROM __EFMigrationsLock"));
        Assert.Single(Query("SELECT name FROM sqlite_master WHERE name = 'later'"));
    }

    [SqliteFact]
    public async Task A_copy_that_was_not_completed_is_removed()
    {
        new EarlierVersion("ef-core-6").UnpackTo(DatabaseFile);
        var abandoned = $"{DatabaseFile}.20260101-000000.bak.part";
        await File.WriteAllTextAsync(abandoned, "half of it");
        await new NextVersion(DatabaseFile).StartAsync(log);
        Assert.False(File.Exists(abandoned));
        Assert.Single(Copies());
    }

    [SqliteFact]
    public async Task A_wait_that_never_ends_is_rejected_at_start() =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => LiveFeedServer.OverAsync(data, "Database:MigrationWait=-00:00:00.001"));

    private string[] Copies() => Directory.GetFiles(data, "*.bak");

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Execute(string sql) => Query(sql);

    private List<string> Query(string sql)
    {
        using var connection = Open();
        return Query(connection, sql);
    }

    private static List<string> Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))));
        return rows;
    }

    private sealed class EventLog : ILogger<SqliteMigrator>
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<(int Id, string Message)> events = new();

        public IReadOnlyCollection<(int Id, string Message)> Events => events;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            events.Enqueue((eventId.Id, formatter(state, exception)));
    }
}
