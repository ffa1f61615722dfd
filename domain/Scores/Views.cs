using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Scores;

/// <summary>How many sets each team has won.</summary>
public sealed record SetsWonView(int Team1, int Team2);

/// <summary>A score, as clients see it.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Sets">The sets, or whatever the sport calls its periods, first to last.</param>
/// <param name="Status">How far the match has come.</param>
/// <param name="SetsWon">Derived from the sets by the sport's rules.</param>
/// <param name="Winner">1, 2, or null if there is none.</param>
/// <param name="Version">Grows by one with every update.</param>
/// <param name="LastUpdated">When the scorekeeper's device recorded it, at the latest when it arrived.</param>
/// <param name="LastUpdatedBy">The scorekeeper's user id.</param>
public sealed record ScoreView(
    int MatchId, IReadOnlyList<SetScore> Sets, MatchStatus Status, SetsWonView SetsWon, int? Winner, int Version,
    DateTimeOffset LastUpdated, string LastUpdatedBy)
{
    /// <summary>The id that the writer gave the update, so that it recognizes its own update.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClientUpdateId { get; init; }

    /// <summary>What is odd about the update; only in the response to the writer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ScoreWarning>? Warnings { get; init; }
}

/// <summary>A score as it was after one update.</summary>
public sealed record ScoreRevisionView(
    int Version, IReadOnlyList<SetScore> Sets, MatchStatus Status, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string UpdatedBy,
    string? ClientUpdateId);

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
public sealed record ScoreConflictView(
    string Id, int MatchId, IReadOnlyList<SetScore> Sets, MatchStatus Status, DateTimeOffset OccurredAt, DateTimeOffset ReceivedAt,
    string UserId, string? ClientUpdateId, int CurrentVersion, string? UserName, ScoreRevisionView? Stored);
