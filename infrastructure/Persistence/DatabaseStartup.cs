using LiveFeed.Infrastructure.Persistence.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// Migrates the schema to this version before anything else starts, if configured. Fails the start if the schema lacks migrations of this
/// version, or has migrations that this version doesn't know and must (<see cref="SchemaCompatibility"/>).
/// </summary>
internal sealed partial class DatabaseStartup(
    ILiveFeedContextFactory contexts, DatabaseEngine engine, ISchemaMigrator migrator, IOptions<DatabaseOptions> options, IHostEnvironment environment,
    IEnumerable<SqliteFileGuard> files, ILogger<DatabaseStartup> logger)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken, async db =>
    {
        if (options.Value.MigrateAtStart ?? engine.MigratesAtStart(environment))
            await MigrateAsync(db, cancellationToken);
        await RefuseUnknownAsync(db, cancellationToken);
        await RefusePendingAsync(db, cancellationToken);
        await engine.PrepareAsync(db, cancellationToken);
    });

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Applies the missing migrations.</summary>
    public Task MigrateAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken, db => MigrateAsync(db, cancellationToken));

    private async Task RunAsync(CancellationToken cancellationToken, Func<LiveFeedContext, Task> work)
    {
        try
        {
            foreach (var file in files)
                await file.OpenAsync(cancellationToken);
            await using var db = contexts.Create();
            await work(db);
        }
        catch (Exception exception) when (engine.DescribeStartFailure(exception) is { } text)
        {
            throw new StartException(text, exception);
        }
    }

    private async Task MigrateAsync(LiveFeedContext db, CancellationToken cancellationToken)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            return;
        // Before anything is changed: this version doesn't know what another version made of the schema.
        if (await FindUnknownAsync(db, cancellationToken) is { } newer)
            throw Unknown(newer);
        await migrator.MigrateAsync(db, cancellationToken);
    }

    private async Task RefuseUnknownAsync(LiveFeedContext db, CancellationToken cancellationToken)
    {
        if (await FindUnknownAsync(db, cancellationToken) is not { } newer)
            return;
        var oldest = await db.SchemaCompatibility.Select(row => row.OldestMigration).SingleAsync(cancellationToken);
        if (!db.Database.GetMigrations().Any(migration => migration.EndsWith($"_{oldest}", StringComparison.Ordinal)))
            throw Unknown(newer);
        Log.NewerSchema(logger, newer);
    }

    /// <summary>Returns a migration that this version doesn't know; null if it knows all.</summary>
    private static async Task<string?> FindUnknownAsync(LiveFeedContext db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        return (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).FirstOrDefault(migration => !known.Contains(migration));
    }

    private static StartException Unknown(string newer) =>
        new($"The database has the migration {newer}, which this version of LiveFeed doesn't know. Start a newer version, or restore the copy of the database that was kept before the migration.");

    private static async Task RefusePendingAsync(LiveFeedContext db, CancellationToken cancellationToken)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            throw new StartException("The database lacks migrations of this version. Apply them with: livefeed migrate");
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.NewerSchema, Level = LogLevel.Information, Message = "The database has the migration {Migration} of a newer version, beside which this one may run.")]
        public static partial void NewerSchema(ILogger logger, string migration);
    }
}
