using LiveFeed.Infrastructure.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Persistence.Engines;

/// <summary>Everything that differs between database engines. No other code asks which engine is used.</summary>
internal abstract class DatabaseEngine : IStorageFailures
{
    public static DatabaseEngine Create(DatabaseProvider provider, DataDirectory data) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteEngine(data),
        DatabaseProvider.PostgreSql => new PostgreSqlEngine(),
        DatabaseProvider.SqlServer => new SqlServerEngine(),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, null),
    };

    /// <summary>Whether a connection string is required.</summary>
    public virtual bool NeedsConnectionString => true;

    /// <summary>Returns whether migrations are applied at start by default.</summary>
    public virtual bool MigratesAtStart(IHostEnvironment environment) => environment.IsDevelopment();

    /// <summary>
    /// Registers <see cref="ILiveFeedContextFactory"/> and <see cref="ISchemaMigrator"/> for this engine, and <see cref="SqliteFileGuard"/> if it has a file.
    /// </summary>
    public abstract void AddServices(IServiceCollection services, DatabaseOptions options);

    /// <summary>Whether only one transaction can write at a time.</summary>
    public virtual bool HasOneWriter => false;

    /// <summary>Whether there are replicas of such a database.</summary>
    public virtual bool HasReplicas => true;

    /// <summary>Returns whether a connection string has the right form.</summary>
    public virtual bool CanRead(string connectionString) => throw new NotSupportedException();

    /// <summary>Returns contexts over the replica. They make one attempt: the database itself is there if it fails.</summary>
    public virtual ILiveFeedContextFactory CreateReplicaContexts(IServiceProvider services, DatabaseOptions options) => throw new NotSupportedException();

    /// <summary>Begins a transaction that writes.</summary>
    /// <exception cref="DatabaseLockedException">Another process writes.</exception>
    /// <exception cref="DatabaseFileException">What would be written would be lost.</exception>
    public virtual Task<IDbContextTransaction> BeginAsync(LiveFeedContext db) => db.Database.BeginTransactionAsync();

    /// <summary>
    /// Rolls back a transaction that has failed. SQLite does so by itself when the disk is full or fails, and the driver's own attempt fails then.
    /// </summary>
    /// <exception cref="AggregateException">The attempt failed too. The first of the exceptions is the cause.</exception>
    public static async Task AbandonAsync(IDbContextTransaction transaction, Exception failure)
    {
        try
        {
            await transaction.DisposeAsync();
        }
        catch (Exception exception)
        {
            throw new AggregateException(failure, exception);
        }
    }

    /// <summary>Writes something that no reader sees, to find out whether the database can store anything.</summary>
    public abstract Task ProbeAsync(LiveFeedContext db, DateTimeOffset now);

    /// <summary>Finds out whether the files are in place, without writing.</summary>
    /// <exception cref="DatabaseFileException">They are not.</exception>
    public virtual Task CheckFilesAsync(LiveFeedContext db) => Task.CompletedTask;

    /// <summary>
    /// Returns what changes when the server was restarted, restored or replaced by another; null if that can't be. What it holds may be an earlier state
    /// then.
    /// </summary>
    public virtual Task<string?> ReadIncarnationAsync(LiveFeedContext db, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Whether instances on several machines may share a database, and so its clock.</summary>
    public virtual bool HasClock => true;

    /// <summary>Returns the server's time.</summary>
    public virtual Task<DateTimeOffset> ReadTimeAsync(LiveFeedContext db, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>The size of the engine's write-ahead log in bytes, if it is a file of this process.</summary>
    public virtual long? LogSize => null;

    public virtual bool NeedsMaintenance => false;

    /// <summary>Keeps the files in shape between two transactions.</summary>
    public virtual Task MaintainAsync(LiveFeedContext db) => Task.CompletedTask;

    /// <summary>Returns one sentence for the operator if an exception at start comes from the database; null if not.</summary>
    public virtual string? DescribeStartFailure(Exception exception) => Causes(exception).FirstOrDefault(cause => cause is System.Data.Common.DbException) is { } cause
        ? $"The database server can't be used (LiveFeed:Database:ConnectionString): {cause.Message}"
        : null;

    /// <summary>Prepares the database once it has this version's schema.</summary>
    public virtual Task PrepareAsync(LiveFeedContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Returns the feed heads of topics and keeps their rows locked until the transaction ends. Rows are always locked in ordinal order, so
    /// that two transactions never wait for each other.
    /// </summary>
    public abstract IAsyncEnumerable<FeedHead> LockHeads(LiveFeedContext db, string[] topics);

    /// <summary>Returns users and keeps their rows locked until the transaction ends, in ordinal order.</summary>
    public abstract IAsyncEnumerable<User> LockUsers(LiveFeedContext db, UserId[] userIds);

    /// <summary>Returns whether an exception means that another writer was faster. The same command may succeed with fresh data.</summary>
    public bool IsLostRace(Exception exception) =>
        exception is DbUpdateConcurrencyException || Causes(exception).Any(IsDriverRace);

    /// <summary>
    /// Returns whether an exception means that the connection or the server is gone. Nothing of the transaction is committed then, unless
    /// COMMIT was sent.
    /// </summary>
    public bool IsConnectionLost(Exception exception) => Causes(exception).Any(IsDriverConnectionLost);

    /// <summary>Returns whether an exception comes from the storage. Nothing is committed then.</summary>
    public bool Includes(Exception exception) =>
        Causes(exception).Any(cause => cause is DatabaseFileException || IsDriverConnectionLost(cause) || IsDriverStorageFailure(cause));

    /// <summary>Returns whether an exception means that a row with this key exists already.</summary>
    public bool IsUniqueViolation(Exception exception) => Causes(exception).Any(IsDriverUniqueViolation);

    /// <summary>
    /// Lets EF Core log failed statements at Debug only: the code that gets the exception logs it if it is an error. A lost race is not an
    /// error, nor is the query for migrations in a new database. Nothing shares a context between threads, so it doesn't look for that at every row.
    /// </summary>
    protected static void ConfigureContext(DbContextOptionsBuilder builder) =>
        builder.ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandError, LogLevel.Debug))).EnableThreadSafetyChecks(false);

    /// <summary>Returns pooled contexts that belong to no registered factory.</summary>
    protected static ILiveFeedContextFactory CreateContexts<T>(IServiceProvider services, Action<DbContextOptionsBuilder> configure)
        where T : LiveFeedContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        builder.UseApplicationServiceProvider(services);
        configure(builder);
        return new LiveFeedContextFactory<T>(new PooledDbContextFactory<T>(builder.Options));
    }

    /// <summary>A record of a transaction that never was. <see cref="TransactionHousekeeping"/> removes it.</summary>
    protected static async Task ProbeByRecordAsync(LiveFeedContext db, DateTimeOffset now)
    {
        db.Transactions.Add(new TransactionRecord { Id = Guid.CreateVersion7(), At = now, Abandoned = true });
        // One attempt: the context's own would go on for a minute, in which no write is tried.
        await new OneAttempt(db).ExecuteAsync(() => db.SaveChangesAsync());
    }

    protected abstract bool IsDriverRace(Exception exception);

    protected abstract bool IsDriverConnectionLost(Exception exception);

    protected abstract bool IsDriverStorageFailure(Exception exception);

    protected abstract bool IsDriverUniqueViolation(Exception exception);

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
