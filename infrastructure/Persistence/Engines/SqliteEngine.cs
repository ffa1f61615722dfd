using LiveFeed.Infrastructure.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LiveFeed.Infrastructure.Persistence.Engines;

/// <summary>
/// SQLite: one file and one writer at a time. EF Core's BEGIN IMMEDIATE waits until it is the writer. Nothing needs another lock.
/// </summary>
internal sealed class SqliteEngine(DataDirectory data) : DatabaseEngine
{
    public override bool NeedsConnectionString => false;

    public override bool MigratesAtStart(IHostEnvironment environment) => true;

    public override void AddServices(IServiceCollection services, DatabaseOptions options)
    {
        var connection = options.ConnectionString ?? new SqliteConnectionStringBuilder
        {
            DataSource = data.File("livefeed.db"),
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();
        services.AddPooledDbContextFactory<SqliteContext>(builder => builder
            .UseSqlite(connection, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(new SqlitePragmas()));
        services.AddSingleton<ILiveFeedContextFactory, LiveFeedContextFactory<SqliteContext>>();
        services.AddSingleton<ISchemaMigrator, SqliteMigrator>();
    }

    // WAL lets readers and the writer work at the same time. It is a property of the file, and a restored copy doesn't have it.
    public override Task PrepareAsync(LiveFeedContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);

    public override IQueryable<FeedHead> LockHeads(LiveFeedContext db, string[] topics) => db.FeedHeads.Where(head => topics.Contains(head.Topic));

    public override IQueryable<User> LockUsers(LiveFeedContext db, UserId[] userIds) => db.Users.Where(user => userIds.Contains(user.Id));

    // sqlite.org/rescode.html: SQLITE_BUSY, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE.
    protected override bool IsDriverRace(Exception exception) => exception is SqliteException { SqliteErrorCode: 5 } || IsDriverUniqueViolation(exception);

    protected override bool IsDriverConnectionLost(Exception exception) => false;

    protected override bool IsDriverUniqueViolation(Exception exception) => exception is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };
}
