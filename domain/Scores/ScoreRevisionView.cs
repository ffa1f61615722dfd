using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Scores;

/// <summary>A score as it was after one update.</summary>
public sealed record ScoreRevisionView(
    int Version, IReadOnlyList<SetScore> Sets, MatchStatus Status, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, UserId UpdatedBy,
    string? ClientUpdateId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ScoreDetails? Details = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null);
