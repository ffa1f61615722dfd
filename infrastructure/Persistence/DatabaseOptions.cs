using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Persistence;

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
    PostgreSql,
}

/// <summary>Settings under <c>LiveFeed:Database</c>.</summary>
public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; set; }

    /// <summary>Required for PostgreSQL and SQL Server. For SQLite, a file in the data directory unless set.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether migrations are applied at start; unless set, on SQLite always and on the others in Development.</summary>
    public bool? MigrateAtStart { get; set; }

    /// <summary>
    /// How long a start waits for another process that migrates or writes. On a server database also the longest that one statement of a
    /// migration may take.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MigrationWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many writes may wait; more are refused with 503 <c>overloaded</c>.</summary>
    [Range(1, 1_000_000)]
    public int WriteQueueCapacity { get; set; } = 5_000;

    /// <summary>The most commands that commit together.</summary>
    [Range(1, 1_000)]
    public int MaxGroupCommit { get; set; } = 64;

    /// <summary>How often a command that lost a race begins anew before it is given up.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 8;

    /// <summary>How long a write is tried again while the database server is away.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromSeconds(15);
}
