using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Retention;

/// <summary>Settings under <c>LiveFeed:Retention</c>: how long what is no longer needed is kept. An age of zero keeps it for ever.</summary>
public sealed class RetentionOptions
{
    /// <summary>The age from which on superseded entries of a feed are removed. Its state remains; a reader who was away for longer gets a snapshot.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "36500.00:00:00")]
    public TimeSpan FeedEntries { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long after its last entry the log of an archived event is cut to its last state.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "36500.00:00:00")]
    public TimeSpan ArchivedFeeds { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The age from which on earlier versions of scores (their history) are removed.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "36500.00:00:00")]
    public TimeSpan Revisions { get; set; } = TimeSpan.FromDays(730);

    /// <summary>The age from which on messages in teams' rooms are removed.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "36500.00:00:00")]
    public TimeSpan Messages { get; set; } = TimeSpan.FromDays(365);

    /// <summary>The age from which on webhooks' deliveries are removed, whose organizers see them until then.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "36500.00:00:00")]
    public TimeSpan WebhookDeliveries { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long an Idempotency-Key stands for the request that it was first used for. Clients rely on 24 hours.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "30.00:00:00")]
    public TimeSpan IdempotencyKeys { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long the records are kept by which the outcome of a transaction is found out whose response was lost.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")]
    public TimeSpan TransactionRecords { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often old data are looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long after the first start old data are first looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan FirstAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many entries of a feed one transaction examines. Others write between two transactions.</summary>
    [Range(1, 100_000)]
    public int EntriesPerTransaction { get; set; } = 1_000;
}
