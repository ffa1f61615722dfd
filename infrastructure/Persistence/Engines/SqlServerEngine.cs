using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.Infrastructure.Persistence.Engines;

/// <summary>SQL Server with READ COMMITTED: the data that locked rows protect is read after the rows are locked.</summary>
internal sealed class SqlServerEngine : DatabaseEngine
{
    // See learn.microsoft.com/azure/azure-sql/database/troubleshoot-common-errors-issues, and the network's error numbers in SqlClient.
    private static readonly int[] ConnectionErrors =
        [-2, 0, 2, 20, 53, 64, 121, 233, 596, 4060, 4221, 6005, 10053, 10054, 10060, 10061, 10928, 10929, 40197, 40501, 40613, 42108, 42109, 49918, 49919, 49920];

    public override void AddServices(IServiceCollection services, DatabaseOptions options)
    {
        services.AddPooledDbContextFactory<SqlServerContext>(builder =>
            ConfigureContext(builder.UseSqlServer(
                options.ConnectionString, sqlServer => sqlServer.EnableRetryOnFailure().CommandTimeout((int)Math.Ceiling(options.MaxWriteWait.TotalSeconds)))));
        services.AddSingleton<ILiveFeedContextFactory, LiveFeedContextFactory<SqlServerContext>>();
        services.AddSingleton<ISchemaMigrator, ServerMigrator>();
    }

    public override bool CanRead(string connectionString)
    {
        try
        {
            return new SqlConnectionStringBuilder(connectionString).DataSource.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public override ILiveFeedContextFactory CreateReplicaContexts(IServiceProvider services, DatabaseOptions options) =>
        CreateContexts<SqlServerContext>(services, builder => ConfigureContext(builder.UseSqlServer(
            options.ReadConnectionString, sqlServer => sqlServer.CommandTimeout((int)Math.Ceiling(options.ReadTimeout.TotalSeconds)))));

    /// <exception cref="StartException">READ_COMMITTED_SNAPSHOT is off: readers would wait for writers, and writers for them.</exception>
    public override async Task PrepareAsync(LiveFeedContext db, CancellationToken cancellationToken)
    {
        if (!await db.Database.SqlQuery<bool>($"SELECT is_read_committed_snapshot_on AS [Value] FROM sys.databases WHERE database_id = DB_ID()").SingleAsync(cancellationToken))
            throw new StartException("READ_COMMITTED_SNAPSHOT is off. Turn it on: ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE");
    }

    public override IAsyncEnumerable<FeedHead> LockHeads(LiveFeedContext db, string[] topics) => db.FeedHeads
        .FromSql($"SELECT * FROM feed_heads WITH (UPDLOCK, ROWLOCK)")
        .Where(head => topics.Contains(head.Topic)).OrderBy(head => head.Topic).AsAsyncEnumerable();

    public override IAsyncEnumerable<User> LockUsers(LiveFeedContext db, UserId[] userIds) => db.Users
        .FromSql($"SELECT * FROM users WITH (UPDLOCK, ROWLOCK)")
        .Where(user => userIds.Contains(user.Id)).OrderBy(user => user.Id).AsAsyncEnumerable();

    public override async Task<DateTimeOffset> ReadTimeAsync(LiveFeedContext db, CancellationToken cancellationToken) =>
        new(await db.Database.SqlQuery<DateTime>($"SELECT SYSUTCDATETIME() AS [Value]").SingleAsync(cancellationToken), TimeSpan.Zero);

    // A restore gives the database another creation date or recovery fork; a failover or restart another start.
    public override Task<string?> ReadIncarnationAsync(LiveFeedContext db, CancellationToken cancellationToken) => db.Database.SqlQuery<string?>(
        $"SELECT CONCAT((SELECT sqlserver_start_time FROM sys.dm_os_sys_info), ' ', (SELECT create_date FROM sys.databases WHERE database_id = DB_ID()), ' ', (SELECT recovery_fork_guid FROM sys.database_recovery_status WHERE database_id = DB_ID())) AS [Value]")
        .SingleAsync(cancellationToken);

    public override Task ProbeAsync(LiveFeedContext db, DateTimeOffset now) => ProbeByRecordAsync(db, now);

    // 701: memory; 823, 824, 825: I/O; 1101, 1105: disk or filegroup full; 3906: read-only; 9002: transaction log full.
    protected override bool IsDriverStorageFailure(Exception exception) =>
        exception is SqlException { Number: 701 or 823 or 824 or 825 or 1101 or 1105 or 3906 or 9002 };

    // 1205: deadlock victim; 547: foreign key. Below, 2601: unique index; 2627: primary key.
    protected override bool IsDriverRace(Exception exception) => exception is SqlException { Number: 1205 or 547 } || IsDriverUniqueViolation(exception);

    protected override bool IsDriverConnectionLost(Exception exception) => exception is SqlException sql && ConnectionErrors.Contains(sql.Number);

    protected override bool IsDriverUniqueViolation(Exception exception) => exception is SqlException { Number: 2601 or 2627 };
}
