using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// Brings the schema up to this version before anything else starts, or refuses to start on a schema that this version doesn't know.
/// </summary>
internal sealed partial class DatabaseStartup(
    IContexts contexts, SqliteMigrator sqlite, IOptions<DatabaseOptions> options, IHostEnvironment environment, ILogger<DatabaseStartup> logger)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var isSqlite = options.Value.Provider == DatabaseProvider.Sqlite;
        if (options.Value.MigrateAtStart ?? (isSqlite || environment.IsDevelopment()))
            await MigrateAsync(db, isSqlite, cancellationToken);
        await RefuseUnknownAsync(db, cancellationToken);
        await RefusePendingAsync(db, cancellationToken);
        // WAL lets readers and the writer go on beside each other. It is a property of the file, which a restored copy doesn't have.
        if (isSqlite)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Applies what is missing; on SQLite after keeping a copy of the file.</summary>
    public async Task MigrateAsync(LiveFeedContext db, bool isSqlite, CancellationToken cancellationToken)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
            return;
        // Before anything is changed: what another version made of the schema is not known here.
        await RefuseUnknownAsync(db, cancellationToken);
        if (isSqlite)
        {
            await sqlite.MigrateAsync(db, cancellationToken);
            return;
        }

        // EF Core's lock ends with the connection of the process that has it. The time-out bounds how long this process waits for it.
        db.Database.SetCommandTimeout(options.Value.MigrationWait);
        Log.Migrating(logger, string.Join(", ", pending), options.Value.MigrationWait);
        await db.Database.MigrateAsync(cancellationToken);
    }

    private static async Task RefuseUnknownAsync(LiveFeedContext db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).FirstOrDefault(migration => !known.Contains(migration)) is { } newer)
            throw new InvalidOperationException($"The database has the migration {newer}, which this version of LiveFeed doesn't know. Start a newer version, or restore the copy of the database that was kept before the migration.");
    }

    private static async Task RefusePendingAsync(LiveFeedContext db, CancellationToken cancellationToken)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            throw new InvalidOperationException("The database lacks migrations of this version. Apply them with: livefeed migrate");
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2106, Level = LogLevel.Information, Message = "Applying migrations: {Migrations}. If another process is applying migrations, this one waits for it, at most {Wait}.")]
        public static partial void Migrating(ILogger logger, string migrations, TimeSpan wait);
    }
}
