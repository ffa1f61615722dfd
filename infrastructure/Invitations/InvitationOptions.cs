using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Invitations;

/// <summary>Settings under <c>LiveFeed:Invitations</c>.</summary>
public sealed class InvitationOptions
{
    /// <summary>How long an invitation can be used unless its maker says otherwise.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The longest lifetime that a maker may choose.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan MaxLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>The most people that an invitation may be for.</summary>
    [Range(1, 100_000)]
    public int MaxUses { get; set; } = 1_000;

    /// <summary>The most that can be open at once in an event.</summary>
    [Range(1, 10_000)]
    public int MaxOpen { get; set; } = 100;

    /// <summary>The most that can be open at once in a team.</summary>
    [Range(1, 10_000)]
    public int MaxOpenOfTeam { get; set; } = 20;
}
