using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Notifications;

/// <summary>Settings under <c>LiveFeed:Notifications</c>.</summary>
public sealed class NotificationOptions
{
    /// <summary>The most things that a user may follow at once.</summary>
    [Range(1, 10_000)]
    public int MaxFollows { get; set; } = 500;

    /// <summary>The most notifications that are kept of a user. Older ones are removed.</summary>
    [Range(100, 100_000)]
    public int MaxPerUser { get; set; } = 500;

    /// <summary>How long before its start a match is said to begin soon; 0 for never.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan MatchSoon { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often matches that begin soon are looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan MatchSoonEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many users one transaction notifies. Others write between two transactions.</summary>
    [Range(1, 10_000)]
    public int UsersPerTransaction { get; set; } = 100;
}
