namespace LiveFeed.Domain.Scores;

/// <summary>A scorekeeper's update, once its time and its user are known.</summary>
public sealed record ScoreUpdate(
    IReadOnlyList<SetScore> Sets, MatchStatus Status, DateTimeOffset OccurredAt, UserId UserId, string? ClientUpdateId);
