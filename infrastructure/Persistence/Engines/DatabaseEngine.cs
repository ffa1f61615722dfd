using LiveFeed.Infrastructure.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Persistence.Engines;

/// <summary>All that differs between database engines. Nothing else asks which of them is used.</summary>
internal abstract class DatabaseEngine
{
    public static DatabaseEngine Create(DatabaseProvider provider, DataDirectory data) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteEngine(data),
        DatabaseProvider.PostgreSql => new PostgreSqlEngine(),
        DatabaseProvider.SqlServer => new SqlServerEngine(),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, null),
    };

    /// <summary>Whether a connection string must be set.</summary>
    public virtual bool NeedsConnectionString => true;

    /// <summary>Whether migrations are applied at start unless the setting says otherwise.</summary>
    public virtual bool MigratesAtStart(IHostEnvironment environment) => environment.IsDevelopment();

    /// <summary>Registers <see cref="IContexts"/> and <see cref="ISchemaMigrator"/> for this engine.</summary>
    public abstract void AddServices(IServiceCollection services, DatabaseOptions options);

    /// <summary>Sets up the database once its schema is this version's.</summary>
    public virtual Task PrepareAsync(LiveFeedContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The feed heads of events, whose rows stay locked until the transaction ends. Always locked in ordinal order, so that two transactions never wait for each other.</summary>
    public abstract IQueryable<FeedHead> LockHeads(LiveFeedContext db, string[] eventIds);

    /// <summary>Users, whose rows stay locked until the transaction ends, in ordinal order.</summary>
    public abstract IQueryable<User> LockUsers(LiveFeedContext db, string[] userIds);

    /// <summary>Whether a failure says that another writer was faster: the same command may succeed from fresh data.</summary>
    public bool IsLostRace(Exception exception) =>
        exception is DbUpdateConcurrencyException || Causes(exception).Any(IsDriverRace);

    /// <summary>Whether a failure says that the connection, or the server, is gone: nothing of the transaction is committed unless COMMIT was sent.</summary>
    public bool IsConnectionLost(Exception exception) => Causes(exception).Any(IsDriverConnectionLost);

    /// <summary>Whether a failure says that a row with this key is there already.</summary>
    public bool IsUniqueViolation(Exception exception) => Causes(exception).Any(IsDriverUniqueViolation);

    /// <summary>
    /// Lets EF Core log a failed statement at Debug only: the code that gets the exception logs it if it is an error. A lost race is none, nor is
    /// the question for migrations in a new database.
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
