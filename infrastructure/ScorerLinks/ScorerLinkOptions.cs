using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.ScorerLinks;

/// <summary>Settings under <c>LiveFeed:ScorerLinks</c>.</summary>
public sealed class ScorerLinkOptions
{
    /// <summary>How long a scorer link can be used unless its maker says otherwise.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The longest lifetime that a maker may choose.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan MaxLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The most that can be open at once in an event.</summary>
    [Range(1, 1_000)]
    public int MaxPerEvent { get; set; } = 20;

    /// <summary>The most helpers that a scorer link lets in.</summary>
    [Range(1, 1_000)]
    public int MaxHelpers { get; set; } = 50;
}
