using LiveFeed.Infrastructure.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Persistence.Engines;

/// <summary>Everything that differs between database engines. No other code asks which engine is used.</summary>
internal abstract class DatabaseEngine
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

    /// <summary>Registers <see cref="ILiveFeedContextFactory"/> and <see cref="ISchemaMigrator"/> for this engine.</summary>
    public abstract void AddServices(IServiceCollection services, DatabaseOptions options);

    /// <summary>Prepares the database once it has this version's schema.</summary>
    public virtual Task PrepareAsync(LiveFeedContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Returns the feed heads of topics and keeps their rows locked until the transaction ends. Rows are always locked in ordinal order, so
    /// that two transactions never wait for each other.
    /// </summary>
    public abstract IQueryable<FeedHead> LockHeads(LiveFeedContext db, string[] topics);

    /// <summary>Returns users and keeps their rows locked until the transaction ends, in ordinal order.</summary>
    public abstract IQueryable<User> LockUsers(LiveFeedContext db, UserId[] userIds);

    /// <summary>Returns whether an exception means that another writer was faster. The same command may succeed with fresh data.</summary>
    public bool IsLostRace(Exception exception) =>
        exception is DbUpdateConcurrencyException || Causes(exception).Any(IsDriverRace);

    /// <summary>
    /// Returns whether an exception means that the connection or the server is gone. Nothing of the transaction is committed then, unless
    /// COMMIT was sent.
    /// </summary>
    public bool IsConnectionLost(Exception exception) => Causes(exception).Any(IsDriverConnectionLost);

    /// <summary>Returns whether an exception means that a row with this key exists already.</summary>
    public bool IsUniqueViolation(Exception exception) => Causes(exception).Any(IsDriverUniqueViolation);

    /// <summary>
    /// Lets EF Core log failed statements at Debug only: the code that gets the exception logs it if it is an error. A lost race is not an
    /// error, nor is the query for migrations in a new database.
    /// </summary>
    protected static void LogFailuresOnce(DbContextOptionsBuilder builder) =>
        builder.ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandError, LogLevel.Debug)));

    protected abstract bool IsDriverRace(Exception exception);

    protected abstract bool IsDriverConnectionLost(Exception exception);

    protected abstract bool IsDriverUniqueViolation(Exception exception);

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
