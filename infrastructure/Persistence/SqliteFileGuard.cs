using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// Looks after the SQLite file before it is opened: only this user may read it, it can be written, no other process has locked it for long.
/// Notices another LiveFeed that uses it.
/// </summary>
/// <param name="file">The full path.</param>
/// <param name="isOwn">Whether the file is in the data directory, so that its permissions are LiveFeed's business.</param>
/// <param name="options">How long to wait for another process.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The logger.</param>
internal sealed partial class SqliteFileGuard(string file, bool isOwn, IOptions<DatabaseOptions> options, TimeProvider time, ILogger<SqliteFileGuard> logger)
    : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private FileStream? mark;

    /// <exception cref="StartException">The file can't be used.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            CreateFile();
            NarrowPermissions();
            TakeMark();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The database file {file} can't be used by {Environment.UserName}: {exception.Message} It and its folder must belong to that user, or LiveFeed:DataDirectory must name another folder.", exception);
        }

        await WaitForLockAsync(cancellationToken);
    }

    public void Dispose() => mark?.Dispose();

    private void CreateFile()
    {
        if (File.Exists(file))
            return;
        var create = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            create.UnixCreateMode = OwnerOnly;
        // SQLite makes its other files with the permissions of this one.
        using var created = new FileStream(file, create);
    }

    private void NarrowPermissions()
    {
        if (OperatingSystem.IsWindows() || !isOwn)
            return;
        foreach (var name in new[] { file, file + "-wal", file + "-shm" })
        {
            if (!File.Exists(name) || File.GetUnixFileMode(name) is var mode && (mode & ~OwnerOnly) == UnixFileMode.None)
                continue;
            // A file that its owner may only read stays so: somebody wanted that.
            File.SetUnixFileMode(name, mode & OwnerOnly);
            Log.Narrowed(logger, name);
        }
    }

    /// <summary>Keeps a file open as long as this process uses the database. Another process that can't have it exclusively says so.</summary>
    private void TakeMark()
    {
        var path = file + ".used";
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        try
        {
            mark = new FileStream(path, options);
        }
        catch (IOException) when (File.Exists(path))
        {
            Log.Shared(logger, file);
        }
    }

    /// <summary>Waits until the file can be read. Then makes sure that it can be written.</summary>
    private async Task WaitForLockAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 1 }.ToString());
        await connection.OpenAsync(cancellationToken);
        var (started, reported) = (time.GetTimestamp(), false);
        while (!await TryAsync(connection, "SELECT count(*) FROM sqlite_master", cancellationToken))
        {
            if (time.GetElapsedTime(started) >= options.Value.MigrationWait)
                throw new StartException($"Another process has locked {file} for {options.Value.MigrationWait}. Stop that process and start again, or raise LiveFeed:Database:MigrationWait.");
            if (!reported)
                Log.Waiting(logger, file, options.Value.MigrationWait);
            reported = true;
        }

        // If another process writes at the moment, the file can be written. To begin is not enough: SQLite lets a transaction begin in a file that
        // can only be read. Nothing else uses this number.
        await TryAsync(connection, "BEGIN IMMEDIATE; PRAGMA user_version = 0; ROLLBACK", cancellationToken);
    }

    /// <summary>Returns false if another process has locked the file.</summary>
    private static async Task<bool> TryAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
            return true;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == raw.SQLITE_BUSY)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.FileShared, Level = LogLevel.Warning, Message = "Another LiveFeed uses {File} too. Both work, but each keeps limits of its own, and readers of one see what the other writes a second later. If that isn't meant, stop one of them.")]
        public static partial void Shared(ILogger logger, string file);

        [LoggerMessage(EventId = LogEventIds.FilePermissionsNarrowed, Level = LogLevel.Information, Message = "{File} could be read or written by other users of this machine. Now only its owner can.")]
        public static partial void Narrowed(ILogger logger, string file);

        [LoggerMessage(EventId = LogEventIds.WaitingForLock, Level = LogLevel.Warning, Message = "Another process has locked {File}. Waiting for it, at most {Wait}.")]
        public static partial void Waiting(ILogger logger, string file, TimeSpan wait);
    }
}
