namespace LiveFeed.Domain.Coverage;

/// <summary>One match that a user plans to cover.</summary>
public sealed class CoverageItem
{
    public required EventId EventId { get; init; }

    public required UserId UserId { get; init; }

    public required MatchId MatchId { get; init; }

    /// <summary>When the plan that contains it was last stored.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}
