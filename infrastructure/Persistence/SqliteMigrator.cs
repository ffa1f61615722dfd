using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// Applies migrations to a SQLite file, all of them in one transaction: a process that is killed in the middle leaves the file as it was.
/// </summary>
/// <remarks>
/// EF Core's own MigrateAsync can't do this. It commits a migration that rebuilds a table in three parts. It keeps other processes out with
/// a row in <c>__EFMigrationsLock</c>. That row stays if the process is killed, and every later start waits for it without an end. Here
/// SQLite's write lock keeps others out, and it ends with the process. Foreign keys are off meanwhile, so a migration that removes rows has
/// to remove what refers to them too. References that it leaves behind are found before the commit.
/// </remarks>
internal sealed partial class SqliteMigrator(IOptions<DatabaseOptions> options, TimeProvider time, ILogger<SqliteMigrator> logger)
    : ISchemaMigrator
{
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(1);

    public async Task MigrateAsync(LiveFeedContext db, CancellationToken cancellationToken)
    {
        // Tables are rebuilt with foreign keys off. That must be set outside a transaction (sqlite.org/lang_altertable.html#otheralter).
        var settings = new SqliteConnectionStringBuilder(db.Database.GetConnectionString())
        {
            ForeignKeys = false,
            Pooling = false,
            DefaultTimeout = (int)Attempt.TotalSeconds,
        };
        var file = settings.DataSource;
        await using var connection = new SqliteConnection(settings.ToString());
        await connection.OpenAsync(cancellationToken);

        // 1. From here on no other process writes.
        await using var transaction = await BeginAsync(connection, file, cancellationToken);
        connection.DefaultTimeout = 30;

        // 2. The process that was waited for may have migrated.
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
            return;
        var marker = new MigrationMarker(file);
        if (marker.Read() is { } earlier && pending.Contains(earlier.Migration))
            Log.Interrupted(logger, file, earlier.Copy);

        // 3. The copy is made over another connection, which still reads the committed state.
        var copy = await KeepCopyAsync(db, file, cancellationToken);
        marker.Write(pending[^1], copy);
        try
        {
            // 4. One commit applies everything or nothing.
            Log.Migrating(logger, string.Join(", ", pending));
            foreach (var command in Commands(db, pending))
                Execute(connection, command);
            RefuseBrokenReferences(connection);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new StartException($"The migration of {file} failed and changed nothing: {exception.Message} The copy of the file from before is {copy}.", exception);
        }
        finally
        {
            marker.Remove();
        }
    }

    /// <summary>Takes the write lock. Fails if another process holds it for too long.</summary>
    private async Task<SqliteTransaction> BeginAsync(SqliteConnection connection, string file, CancellationToken cancellationToken)
    {
        var (wait, started, reported) = (options.Value.MigrationWait, time.GetTimestamp(), false);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isOver = time.GetElapsedTime(started) >= wait;
            if (TryBegin(connection, out var transaction))
            {
                if (LockRow(connection) is not { } since)
                    return transaction;
                // This row was written by EF Core's own tools. They hold the write lock nearly all the time, but not quite: a young row may
                // belong to a live process.
                if (isOver || time.Now() - since >= wait)
                {
                    Execute(connection, "DELETE FROM \"__EFMigrationsLock\"");
                    Log.LockRemoved(logger, file, since);
                    return transaction;
                }

                await transaction.DisposeAsync();
            }
            else if (isOver)
            {
                throw new StartException($"Another process has been writing to {file} for {wait}, so it can't be migrated. Stop that process and start again, or raise LiveFeed:Database:MigrationWait.");
            }

            if (!reported)
                Log.Waiting(logger, file, wait);
            reported = true;
            await Task.Delay(Attempt / 10, time, cancellationToken);
        }
    }

    /// <summary>Tries to take the write lock for as long as the connection's DefaultTimeout.</summary>
    private static bool TryBegin(SqliteConnection connection, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out SqliteTransaction? transaction)
    {
        try
        {
            transaction = connection.BeginTransaction(deferred: false);
            return true;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
        {
            transaction = null;
            return false;
        }
    }

    private static DateTimeOffset? LockRow(SqliteConnection connection)
    {
        if (Query(connection, "SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsLock'").Count == 0)
            return null;
        return Query(connection, "SELECT \"Timestamp\" FROM \"__EFMigrationsLock\"") switch
        {
            [] => null,
            [var text, ..] => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) ? since : DateTimeOffset.MinValue,
        };
    }

    /// <summary>Copies the database. The copy gets its final name only when it is complete and on the disk.</summary>
    private async Task<string> KeepCopyAsync(LiveFeedContext db, string file, CancellationToken cancellationToken)
    {
        if (new FileInfo(file).Length == 0)
            return "none, because the file was new";
        foreach (var abandoned in Directory.GetFiles(Path.GetDirectoryName(Path.GetFullPath(file))!, $"{Path.GetFileName(file)}.*.bak.part"))
            File.Delete(abandoned);
        var copy = $"{file}.{time.Now():yyyyMMdd-HHmmss}.bak";
        var part = $"{copy}.part";
        if (!OperatingSystem.IsWindows())
        {
            // VACUUM takes an empty file. This one has the permissions of the original.
            await using var empty = new FileStream(part, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = File.GetUnixFileMode(file) });
        }

        await db.Database.ExecuteSqlInterpolatedAsync($"VACUUM INTO {part}", cancellationToken);
        using (var handle = File.OpenHandle(part, FileMode.Open, FileAccess.ReadWrite))
            RandomAccess.FlushToDisk(handle);
        File.Move(part, copy, overwrite: true);
        Log.Copied(logger, copy);
        return copy;
    }

    /// <summary>
    /// Returns the commands that EF Core's own migrator would execute, except those that can't be part of a transaction (PRAGMA
    /// foreign_keys).
    /// </summary>
    private static IEnumerable<string> Commands(LiveFeedContext db, IEnumerable<string> pending)
    {
        var (migrations, generator) = (db.GetService<IMigrationsAssembly>(), db.GetService<IMigrationsSqlGenerator>());
        var (models, history) = (db.GetService<IModelRuntimeInitializer>(), db.GetService<IHistoryRepository>());
        yield return history.GetCreateIfNotExistsScript();
        foreach (var id in pending)
        {
            var migration = migrations.CreateMigration(migrations.Migrations[id], db.Database.ProviderName!);
            foreach (var command in generator.Generate(migration.UpOperations, models.Initialize(migration.TargetModel)).Where(command => !command.TransactionSuppressed))
                yield return command.CommandText;
            yield return history.GetInsertScript(new HistoryRow(id, ProductInfo.GetVersion()));
        }
    }

    private static void RefuseBrokenReferences(SqliteConnection connection)
    {
        if (Query(connection, "SELECT DISTINCT \"table\" || ' to ' || parent FROM pragma_foreign_key_check") is { Count: > 0 } broken)
            throw new InvalidOperationException($"Rows would refer to rows that don't exist, from {string.Join(", from ", broken)}.");
    }

    private static void Execute(SqliteConnection connection, string sql) => Query(connection, sql);

    private static List<string> Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.MigrationsApplying, Level = LogLevel.Information, Message = "Applying migrations: {Migrations}.")]
        public static partial void Migrating(ILogger logger, string migrations);

        [LoggerMessage(EventId = LogEventIds.CopyKept, Level = LogLevel.Information, Message = "Kept a copy of the database in {File}.")]
        public static partial void Copied(ILogger logger, string file);

        [LoggerMessage(EventId = LogEventIds.MigrationWaiting, Level = LogLevel.Warning, Message = "Another process is writing to {File} or migrating it. Waiting for it, at most {Wait}.")]
        public static partial void Waiting(ILogger logger, string file, TimeSpan wait);

        [LoggerMessage(EventId = LogEventIds.MigrationInterrupted, Level = LogLevel.Warning, Message = "An earlier migration of {File} was interrupted. The file is as it was before that migration, and the migration begins again. The copy that was kept then: {Copy}.")]
        public static partial void Interrupted(ILogger logger, string file, string copy);

        [LoggerMessage(EventId = LogEventIds.ForeignMigrationLock, Level = LogLevel.Warning, Message = "Another program began a migration of {File} at {Since} and did not end it. Its lock is removed, and the migration goes on.")]
        public static partial void LockRemoved(ILogger logger, string file, DateTimeOffset since);
    }
}
