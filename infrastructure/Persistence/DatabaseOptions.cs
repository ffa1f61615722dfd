using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Settings under <c>LiveFeed:Database</c>.</summary>
public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; set; }

    /// <summary>Required for PostgreSQL and SQL Server. For SQLite it is by default a file in the data directory.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether migrations are applied at start; by default always on SQLite, and in Development on the others.</summary>
    public bool? MigrateAtStart { get; set; }

    /// <summary>
    /// How long a start waits for another process that migrates or writes. On a server database this is also the longest time that one
    /// statement of a migration may take.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MigrationWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a write waits for its transaction. After that it is rejected with 503 <c>overloaded</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan MaxWriteWait { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The size of SQLite's write-ahead log, in bytes, from which on the writer waits for readers and empties it. Usually SQLite keeps it at
    /// some 4 MB by itself.
    /// </summary>
    [Range(1_000_000, 100_000_000_000)]
    public long MaxWalSize { get; set; } = 64_000_000;

    /// <summary>
    /// How many characters of large responses are stored for one user, to return them to repeats by Idempotency-Key. Beyond that the oldest are removed.
    /// </summary>
    [Range(100_000, 1_000_000_000)]
    public int MaxStoredResponses { get; set; } = 4_000_000;

    /// <summary>How many responses are stored for one user in all. Every ten minutes the oldest beyond that are removed.</summary>
    [Range(100, 10_000_000)]
    public int MaxStoredKeys { get; set; } = 10_000;

    /// <summary>How many writes may wait. More are rejected with 503 <c>overloaded</c>.</summary>
    [Range(1, 1_000_000)]
    public int WriteQueueCapacity { get; set; } = 5_000;

    /// <summary>
    /// How many transactions of this instance may write at once on a server database. The writes of one event are never in two of them. SQLite has one writer.
    /// </summary>
    [Range(1, 64)]
    public int WriteWorkers { get; set; } = 4;

    /// <summary>The maximum number of commands that commit together.</summary>
    [Range(1, 1_000)]
    public int MaxGroupCommit { get; set; } = 64;

    /// <summary>The maximum number of attempts for a command that loses races.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 8;

    /// <summary>How long a write is retried while the database server is unavailable.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromSeconds(15);
}
