using LiveFeed.Infrastructure.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SQLitePCL;

namespace LiveFeed.Infrastructure.Persistence.Engines;

/// <summary>
/// SQLite: one file and one writer at a time. EF Core's BEGIN IMMEDIATE waits until it is the writer. Nothing needs another lock.
/// </summary>
internal sealed class SqliteEngine(DataDirectory data) : DatabaseEngine
{
    // sqlite.org/rescode.html
    private static readonly int[] StorageErrors =
    [
        raw.SQLITE_PERM, raw.SQLITE_BUSY, raw.SQLITE_LOCKED, raw.SQLITE_NOMEM, raw.SQLITE_READONLY, raw.SQLITE_IOERR, raw.SQLITE_CORRUPT,
        raw.SQLITE_FULL, raw.SQLITE_CANTOPEN, raw.SQLITE_PROTOCOL, raw.SQLITE_NOTADB,
    ];

    private string file = "";
    private long maxWalSize;

    public override bool NeedsConnectionString => false;

    public override bool HasClock => false;

    public override bool HasOneWriter => true;

    public override bool HasReplicas => false;

    public override long? LogSize => new FileInfo(Wal) is { Exists: true } wal ? wal.Length : 0;

    public override bool NeedsMaintenance => LogSize > maxWalSize;

    private string Wal => file + "-wal";

    public override bool MigratesAtStart(IHostEnvironment environment) => true;

    public override void AddServices(IServiceCollection services, DatabaseOptions options)
    {
        var connection = options.ConnectionString is { } configured
            ? new SqliteConnectionStringBuilder(configured)
            : new SqliteConnectionStringBuilder { DataSource = data.File("livefeed.db"), ForeignKeys = true, DefaultTimeout = 30 };
        // A new file is created at start only: an empty one in the place of a file that vanished would keep it from being put back.
        if (connection.Mode == SqliteOpenMode.ReadWriteCreate)
            connection.Mode = SqliteOpenMode.ReadWrite;
        // With a shared cache, writes would meet locks that SQLite doesn't wait for.
        connection.Cache = SqliteCacheMode.Private;
        file = Path.GetFullPath(connection.DataSource);
        maxWalSize = options.MaxWalSize;
        services.AddPooledDbContextFactory<SqliteContext>(builder => ConfigureContext(builder
            .UseSqlite(connection.ToString(), sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(new SqlitePragmas())));
        services.AddSingleton<ILiveFeedContextFactory, LiveFeedContextFactory<SqliteContext>>();
        services.AddSingleton<ISchemaMigrator, SqliteMigrator>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SqliteFileGuard>(provider, file, options.ConnectionString is null));
    }

    // WAL lets readers and the writer work at the same time. It is a property of the file, and a restored copy doesn't have it.
    public override Task PrepareAsync(LiveFeedContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);

    public override async Task<IDbContextTransaction> BeginAsync(LiveFeedContext db)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        // The write queue decides how long to wait for another process, and does so in short attempts.
        connection.DefaultTimeout = 1;
        try
        {
            var transaction = await db.Database.BeginTransactionAsync();
            if (FindFileFailure(connection) is not { } failure)
                return transaction;
            await transaction.DisposeAsync();
            throw failure;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == raw.SQLITE_BUSY)
        {
            throw new DatabaseLockedException(exception);
        }
    }

    public override async Task ProbeAsync(LiveFeedContext db, DateTimeOffset now)
    {
        var transaction = await BeginAsync(db);
        try
        {
            // Nothing else uses this number. It is 0 already, and written all the same.
            await db.Database.ExecuteSqlRawAsync("PRAGMA user_version = 0");
            await transaction.CommitAsync();
        }
        catch (Exception failure)
        {
            await AbandonAsync(transaction, failure);
            throw;
        }

        await transaction.DisposeAsync();
    }

    public override async Task CheckFilesAsync(LiveFeedContext db)
    {
        await db.Database.OpenConnectionAsync();
        var failure = FindFileFailure((SqliteConnection)db.Database.GetDbConnection());
        await db.Database.CloseConnectionAsync();
        if (failure is not null)
            throw failure;
    }

    // SQLite empties its log only while nobody reads from it. With readers at all times that may never be.
    public override Task MaintainAsync(LiveFeedContext db) => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");

    public override string? DescribeStartFailure(Exception exception) => exception is SqliteException sqlite
        ? sqlite.SqliteErrorCode switch
        {
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => $"The file {file} is damaged, or no SQLite database: {sqlite.Message} Move it away, or put a backup in its place (docs/operations.md, \"Backup and restore\").",
            raw.SQLITE_FULL => $"The disk of {file} is full.",
            _ => $"The database file {file} can't be used by {Environment.UserName}: {sqlite.Message} It and its folder must belong to that user, or LiveFeed:DataDirectory must name another folder.",
        }
        : null;

    public override IAsyncEnumerable<FeedHead> LockHeads(LiveFeedContext db, string[] topics) => db.Compiled.HeadsOf(db, topics);

    public override IAsyncEnumerable<User> LockUsers(LiveFeedContext db, UserId[] userIds) => db.Users.Where(user => userIds.Contains(user.Id)).AsAsyncEnumerable();

    protected override bool IsDriverRace(Exception exception) => IsDriverUniqueViolation(exception);

    protected override bool IsDriverConnectionLost(Exception exception) => false;

    protected override bool IsDriverStorageFailure(Exception exception) => exception is SqliteException sqlite && StorageErrors.Contains(sqlite.SqliteErrorCode);

    protected override bool IsDriverUniqueViolation(Exception exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_UNIQUE };

    private DatabaseFileException? FindFileFailure(SqliteConnection connection) => SqliteFile.HasMoved(connection)
        ? new DatabaseFileException($"The database file {file} was moved, deleted or replaced while LiveFeed has it open. Put it back, or stop LiveFeed: what it would write now would be lost.")
        : !File.Exists(Wal)
            ? new DatabaseFileException($"The file {Wal} was moved or deleted while LiveFeed has it open. Put it back, or stop LiveFeed: what it would write now would be lost.")
            : null;
}
