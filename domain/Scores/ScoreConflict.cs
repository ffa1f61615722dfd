namespace LiveFeed.Domain.Scores;

/// <summary>An update that came too late, kept for an organizer to review.</summary>
public sealed class ScoreConflict
{
    public required string Id { get; init; }

    public required EventId EventId { get; init; }

    public required MatchId MatchId { get; init; }

    public required IReadOnlyList<SetScore> Sets { get; init; }

    public required MatchStatus Status { get; init; }

    public ScoreDetails? Details { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required UserId UserId { get; init; }

    public string? ClientUpdateId { get; init; }

    /// <summary>The version that was stored when the update was rejected.</summary>
    public required int CurrentVersion { get; init; }
}
