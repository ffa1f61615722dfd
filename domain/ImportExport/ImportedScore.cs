using System.Text.Json.Serialization;

namespace LiveFeed.Domain.ImportExport;

/// <summary>A score, with the time at which it was recorded.</summary>
public sealed record ImportedScore(
    MatchId MatchId, IReadOnlyList<SetScore> Sets, MatchStatus Status, DateTimeOffset LastUpdated,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Outcome? Outcome = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Decider? Decider = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RunningPoints? Points = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Server = null)
{
    [JsonIgnore]
    public ScoreState State => new(Sets, Status, ScoreDetails.Of(Outcome, Decider, Points, Server));
}
