using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Scores;

/// <summary>An update that came too late.</summary>
/// <param name="Id">The conflict.</param>
/// <param name="MatchId">The match.</param>
/// <param name="Sets">The sets that were rejected.</param>
/// <param name="Status">The status that was rejected.</param>
/// <param name="OccurredAt">When its writer's device recorded it.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="UserId">Its writer.</param>
/// <param name="ClientUpdateId">The id that its writer gave it.</param>
/// <param name="CurrentVersion">The version of the score that was stored then.</param>
/// <param name="UserName">Its writer's name; null if the account no longer exists.</param>
/// <param name="Stored">The update that was stored then.</param>
/// <param name="Details">The outcome, the decider and whatever else was rejected.</param>
public sealed record ScoreConflictView(
    string Id, MatchId MatchId, IReadOnlyList<SetScore> Sets, MatchStatus Status, DateTimeOffset OccurredAt, DateTimeOffset ReceivedAt,
    UserId UserId, string? ClientUpdateId, int CurrentVersion, string? UserName, ScoreRevisionView? Stored,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ScoreDetails? Details = null);
