using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LiveFeed.Infrastructure.Persistence.Engines;

/// <summary>PostgreSQL with its default, READ COMMITTED: the data that locked rows protect is read after the rows are locked.</summary>
internal sealed class PostgreSqlEngine : DatabaseEngine
{
    private const int AutoPrepare = 64;
    private const int ConnectSeconds = 5;

    // With several hosts in the connection string: all that Npgsql knows at the moment are away or only read.
    private const string NoHost = "No suitable host was found.";

    public override void AddServices(IServiceCollection services, DatabaseOptions options)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        // The same few statements run all the time, so the server parses and plans each once per connection.
        if (options.ConnectionString?.Contains("Auto Prepare", StringComparison.OrdinalIgnoreCase) != true)
            connection.MaxAutoPrepare = AutoPrepare;
        // A server that doesn't respond must not hold a write for longer than a write may wait.
        if (options.ConnectionString?.Contains("Command Timeout", StringComparison.OrdinalIgnoreCase) != true)
            connection.CommandTimeout = (int)Math.Ceiling(options.MaxWriteWait.TotalSeconds);
        // "Timeout" alone, which limits how long connecting takes, is part of the names of others.
        if (new NpgsqlConnectionStringBuilder().Timeout == connection.Timeout)
            connection.Timeout = ConnectSeconds;
        services.AddPooledDbContextFactory<PostgreSqlContext>(builder =>
            LogFailuresOnce(builder.UseNpgsql(connection.ToString(), npgsql => npgsql.EnableRetryOnFailure())));
        services.AddSingleton<ILiveFeedContextFactory, LiveFeedContextFactory<PostgreSqlContext>>();
        services.AddSingleton<ISchemaMigrator, ServerMigrator>();
    }

    public override IQueryable<FeedHead> LockHeads(LiveFeedContext db, string[] topics) =>
        db.FeedHeads.FromSql($"SELECT * FROM feed_heads WHERE topic = ANY ({topics}) ORDER BY topic FOR UPDATE");

    public override IQueryable<User> LockUsers(LiveFeedContext db, UserId[] userIds) =>
        db.Users.FromSql($"SELECT * FROM users WHERE id = ANY ({Array.ConvertAll(userIds, id => id.Value)}) ORDER BY id FOR UPDATE");

    protected override bool IsDriverRace(Exception exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation
            or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };

    // An error that the server reports is not a lost connection, unless it says that the server is shutting down or out of resources.
    protected override bool IsDriverConnectionLost(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => false,
        // Npgsql takes both for permanent, but the next server may be promoted at any moment.
        NpgsqlException { InnerException: AggregateException ofEachHost } => ofEachHost.InnerExceptions.Any(IsDriverConnectionLost),
        NpgsqlException { Message: NoHost } => true,
        NpgsqlException npgsql => npgsql.IsTransient || npgsql is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown },
        _ => false,
    };

    public override async Task<DateTimeOffset> ReadTimeAsync(LiveFeedContext db, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<DateTime>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancellationToken);

    public override Task<string?> ReadIncarnationAsync(LiveFeedContext db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<string?>($"SELECT pg_postmaster_start_time()::text AS \"Value\"").SingleAsync(cancellationToken);

    public override Task ProbeAsync(LiveFeedContext db, DateTimeOffset now) => ProbeByRecordAsync(db, now);

    // postgresql.org/docs/current/errcodes-appendix.html: class 53 is insufficient resources, class 58 a system error (I/O), XX001 and
    // XX002 are damaged data or indexes, 25006 is a server that only reads.
    protected override bool IsDriverStorageFailure(Exception exception) =>
        exception is PostgresException { SqlState: ['5', '3' or '8', ..] or "XX001" or "XX002" or PostgresErrorCodes.ReadOnlySqlTransaction };

    protected override bool IsDriverUniqueViolation(Exception exception) => exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
