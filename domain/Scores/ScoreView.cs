using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Scores;

/// <summary>A score, as clients see it.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Sets">The sets, or whatever the sport calls its periods, first to last.</param>
/// <param name="Status">How far the match has come.</param>
/// <param name="SetsWon">Derived from the sets by the format's rules.</param>
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
    public bool IsEmpty => Sets.Count == 0 && Status == MatchStatus.Scheduled && Outcome is null && Decider is null && Points is null;

    /// <summary>Why the match ended other than by play; left out if it didn't.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Outcome? Outcome { get; init; }

    /// <summary>What was played apart from the periods; left out if nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Decider? Decider { get; init; }

    /// <summary>What stands in the running game; left out if nobody said so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunningPoints? Points { get; init; }

    /// <summary>The team that serves; left out if nobody said so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Server { get; init; }

    /// <summary>The tie whose leg the match is, once a leg of it is over; left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TieView? Tie { get; init; }

    /// <summary>True once the score is official: only an organizer can change it then. Left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Official { get; init; }

    /// <summary>The id that the writer gave the update, so that it recognizes its own update.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClientUpdateId { get; init; }

    /// <summary>What is odd about the update; only in the response to the writer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ScoreWarning>? Warnings { get; init; }
}
