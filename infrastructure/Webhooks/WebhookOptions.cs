using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Webhooks;

/// <summary>Settings under <c>LiveFeed:Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>The most webhooks that an event may have.</summary>
    [Range(1, 1_000)]
    public int MaxPerEvent { get; set; } = 20;

    /// <summary>Whether a webhook's address may begin with <c>http</c>: then what is sent can be read on its way.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>The most entries that one delivery has.</summary>
    [Range(1, 1_000)]
    public int MaxBatch { get; set; } = 100;

    /// <summary>The least time from one delivery to a webhook to the next. Entries that come meanwhile go together.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan BatchEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a receiver may take to respond.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a delivery that has failed waits for its second attempt. The wait doubles each time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "01:00:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest time between two attempts.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "1.00:00:00")]
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long all attempts may fail before the webhook is paused.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long the secret before signs deliveries too after a rotation.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan SecretOverlap { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How many requests to receivers an instance has open at once.</summary>
    [Range(1, 10_000)]
    public int MaxAtOnce { get; set; } = 256;

    /// <summary>How often the instance that delivers looks for webhooks that have something to get, or have changed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:10")]
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often it is stored how far webhooks have come. After a crash, what was sent since is sent again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan SaveEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How many deliveries of each webhook are kept for its organizers to see.</summary>
    [Range(1, 100_000)]
    public int MaxDeliveries { get; set; } = 500;
}
