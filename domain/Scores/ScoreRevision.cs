namespace LiveFeed.Domain.Scores;

/// <summary>A score as it was after one update.</summary>
public sealed class ScoreRevision
{
    public required EventId EventId { get; init; }

    public required MatchId MatchId { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<SetScore> Sets { get; init; }

    public required MatchStatus Status { get; init; }

    public ScoreDetails? Details { get; init; }

    /// <summary>Whether the score was signed.</summary>
    public bool Official { get; init; }

    public ScoreState State => new(Sets, Status, Details);

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When the server stored it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public required UserId UpdatedBy { get; init; }

    public string? ClientUpdateId { get; init; }

    /// <summary>Why an organizer corrected a final score; null unless one did.</summary>
    public string? Reason { get; init; }
}
