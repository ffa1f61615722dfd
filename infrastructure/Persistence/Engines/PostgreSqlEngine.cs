using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LiveFeed.Infrastructure.Persistence.Engines;

/// <summary>PostgreSQL with its default, READ COMMITTED: the data that locked rows protect is read after the rows are locked.</summary>
internal sealed class PostgreSqlEngine : DatabaseEngine
{
    private const int AutoPrepare = 64;
    private const int ConnectSeconds = 5;

    // PgBouncer says so if it has lost the server, can't connect to it, or had no connection to it in time.
    private const string ByPooler = PostgresErrorCodes.ProtocolViolation;

    // With several hosts in the connection string: all that Npgsql knows at the moment are away or only read.
    private const string NoHost = "No suitable host was found.";

    private string? lockHeads;
    private string? lockUsers;

    public override void AddServices(IServiceCollection services, DatabaseOptions options)
    {
        // A server that doesn't respond must not hold a write for longer than a write may wait.
        var connection = WithDefaults(options.ConnectionString, options.MaxWriteWait, TimeSpan.FromSeconds(ConnectSeconds));
        services.AddPooledDbContextFactory<PostgreSqlContext>(builder =>
            ConfigureContext(builder.UseNpgsql(connection.ToString(), npgsql => npgsql.EnableRetryOnFailure([ByPooler]))));
        services.AddSingleton<ILiveFeedContextFactory, LiveFeedContextFactory<PostgreSqlContext>>();
        services.AddSingleton<ISchemaMigrator, ServerMigrator>();
    }

    public override bool CanRead(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).Host is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public override ILiveFeedContextFactory CreateReplicaContexts(IServiceProvider services, DatabaseOptions options)
    {
        var connection = WithDefaults(options.ReadConnectionString, options.ReadTimeout, options.ReadTimeout);
        return CreateContexts<PostgreSqlContext>(services, builder => ConfigureContext(builder.UseNpgsql(connection.ToString())));
    }

    private static NpgsqlConnectionStringBuilder WithDefaults(string? connectionString, TimeSpan commandTimeout, TimeSpan connectTimeout)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        // The same few statements run all the time, so the server parses and plans each once per connection.
        if (connectionString?.Contains("Auto Prepare", StringComparison.OrdinalIgnoreCase) != true)
            connection.MaxAutoPrepare = AutoPrepare;
        if (connectionString?.Contains("Command Timeout", StringComparison.OrdinalIgnoreCase) != true)
            connection.CommandTimeout = (int)Math.Ceiling(commandTimeout.TotalSeconds);
        // "Timeout" alone, which limits how long connecting takes, is part of the names of others.
        if (new NpgsqlConnectionStringBuilder().Timeout == connection.Timeout)
            connection.Timeout = (int)Math.Ceiling(connectTimeout.TotalSeconds);
        return connection;
    }

    /// <exception cref="PostgresException">A pooler in front lets prepared statements run where they were not prepared.</exception>
    public override async Task PrepareAsync(LiveFeedContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        if (new NpgsqlConnectionStringBuilder(connection.ConnectionString) is { MaxAutoPrepare: 0 } or { Pooling: true, MaxPoolSize: 1 })
            return;
        await using var command = new NpgsqlCommand("SELECT 1", connection);
        await command.PrepareAsync(cancellationToken);
        // A transaction on another connection: in transaction mode it takes the server's connection that was used last.
        await using var other = await connection.CloneWithAsync(connection.ConnectionString, cancellationToken);
        await other.OpenAsync(cancellationToken);
        await using var transaction = await other.BeginTransactionAsync(cancellationToken);
        await using var begin = new NpgsqlCommand("SELECT 1", other, transaction);
        await begin.ExecuteScalarAsync(cancellationToken);
        await command.ExecuteScalarAsync(cancellationToken);
    }

    // Migrations may be the first to notice.
    public override string? DescribeStartFailure(Exception exception) => LosesStatements(exception)
        ? "A PgBouncer in transaction mode loses prepared statements. Append to LiveFeed:Database:ConnectionString: ;Max Auto Prepare=0;No Reset On Close=true (docs/operations.md, \"Connections, and PgBouncer\")."
        : base.DescribeStartFailure(exception);

    private static bool LosesStatements(Exception? exception) => exception is not null
        && (exception is PostgresException { SqlState: PostgresErrorCodes.InvalidSqlStatementName or PostgresErrorCodes.DuplicatePreparedStatement } || LosesStatements(exception.InnerException));

    public override IAsyncEnumerable<FeedHead> LockHeads(LiveFeedContext db, string[] topics) => db.FeedHeads.FromSql(
        FormattableStringFactory.Create(lockHeads ??= LockStatement(db.FeedHeads.EntityType, "topic"), (object)topics)).AsAsyncEnumerable();

    public override IAsyncEnumerable<User> LockUsers(LiveFeedContext db, UserId[] userIds) => db.Users.FromSql(
        FormattableStringFactory.Create(lockUsers ??= LockStatement(db.Users.EntityType, "id"), (object)Array.ConvertAll(userIds, id => id.Value))).AsAsyncEnumerable();

    // Each column by its name: a prepared SELECT * fails once a newer version has added a column.
    private static string LockStatement(IEntityType type, string key) =>
        $"SELECT {string.Join(", ", type.GetProperties().Select(property => property.GetColumnName()))} FROM {type.GetTableName()} WHERE {key} = ANY ({{0}}) ORDER BY {key} FOR UPDATE";

    protected override bool IsDriverRace(Exception exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation
            or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };

    // An error that the server reports is not a lost connection, unless it says that the server is shutting down or out of resources. A full disk is
    // nothing that the next attempt finds otherwise, so it is reported at once.
    protected override bool IsDriverConnectionLost(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.DiskFull } => false,
        // Npgsql takes both for permanent, but the next server may be promoted at any moment.
        NpgsqlException { InnerException: AggregateException ofEachHost } => ofEachHost.InnerExceptions.Any(IsDriverConnectionLost),
        NpgsqlException { Message: NoHost } => true,
        NpgsqlException npgsql => npgsql.IsTransient || npgsql is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or ByPooler },
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
