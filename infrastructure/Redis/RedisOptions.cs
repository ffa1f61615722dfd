using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Redis;

/// <summary>Settings under <c>LiveFeed:Redis</c>. Redis carries what instances tell each other; nothing is stored there that can't be lost.</summary>
public sealed class RedisOptions
{
    /// <summary>
    /// Where Redis is, such as <c>redis:6379,user=livefeed,password=...,ssl=true</c> (stackexchange.github.io/StackExchange.Redis/Configuration). Null: this
    /// is the only instance, or the instances find what others write by comparing with the database.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>The start of all keys and channels, so that several installations can share a server.</summary>
    [Required(AllowEmptyStrings = true)]
    public string KeyPrefix { get; set; } = "livefeed:";

    /// <summary>How long one command may take. After that Redis counts as away for it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:10")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How often each instance tells the others which feeds have grown.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:10")]
    public TimeSpan HeartbeatEvery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>After which silence of an instance, itself included, signals count as lost. The log is looked at every second then.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan SilentAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the database is asked which instances run, and whether it is still the one of before.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan DatabaseCheck { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long lists of scores, and single ones, are kept for other instances. A newer one replaces them at once, whatever this is.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ScoresFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long events, schedules, matches and teams are kept for other instances.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan EventsFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long heartbeats repeat that a feed has grown.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan HeadsFor { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How many bytes of entries a signal carries. If it would be larger, the others read them from the log.</summary>
    [Range(0, 16_777_216)]
    public int MaxSignalBytes { get; set; } = 262_144;

    /// <summary>
    /// An instance takes as many tokens of a rate limit at once as are added within this time, and gives them out by itself, so that cheap reads don't each
    /// ask Redis. Of slow buckets that is one. Zero: always one.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan TokensAhead { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long an instance may give out tokens that it has taken ahead. Others can't use them until then.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan TokensHeld { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After which silence of an instance the streams that it had open don't count any more.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(3);
}
