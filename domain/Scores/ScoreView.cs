using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Scores;

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
    MatchId MatchId, IReadOnlyList<SetScore> Sets, MatchStatus Status, SetsWonView SetsWon, int? Winner, int Version,
    DateTimeOffset LastUpdated, UserId LastUpdatedBy)
{
    /// <summary>Whether nothing was played.</summary>
    [JsonIgnore]
    public bool IsEmpty => Sets.Count == 0 && Status == MatchStatus.Scheduled;

    /// <summary>The id that the writer gave the update, so that it recognizes its own update.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClientUpdateId { get; init; }

    /// <summary>What is odd about the update; only in the response to the writer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ScoreWarning>? Warnings { get; init; }
}
