using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Applies migrations on a database server, where EF Core's lock ends with the connection of the process that holds it.</summary>
internal sealed partial class ServerMigrator(IOptions<DatabaseOptions> options, ILogger<ServerMigrator> logger) : ISchemaMigrator
{
    public async Task MigrateAsync(LiveFeedContext db, CancellationToken cancellationToken)
    {
        // Limits how long this process waits for another one's lock.
        db.Database.SetCommandTimeout(options.Value.MigrationWait);
        Log.Migrating(logger, string.Join(", ", await db.Database.GetPendingMigrationsAsync(cancellationToken)), options.Value.MigrationWait);
        await db.Database.MigrateAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.ServerMigrationsApplying, Level = LogLevel.Information, Message = "Applying migrations: {Migrations}. If another process is applying migrations, this one waits for it, at most {Wait}.")]
        public static partial void Migrating(ILogger logger, string migrations, TimeSpan wait);
    }
}
