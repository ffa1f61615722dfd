namespace LiveFeed.Domain.Scores;

/// <summary>A scorekeeper's update, once its time and its user are known.</summary>
public sealed record ScoreUpdate(
    ScoreState State, DateTimeOffset OccurredAt, UserId UserId, string? ClientUpdateId, string? Reason = null);
