using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Scores;

/// <summary>What a score may have beside its sets and its status.</summary>
/// <param name="Outcome">Why the match ended other than by play; null if it didn't.</param>
/// <param name="Decider">What was played apart from the periods; null if nothing was.</param>
/// <param name="Points">What stands in the running game; null if nobody says so.</param>
/// <param name="Server">The team that serves: 1 or 2; null if nobody says so.</param>
public sealed record ScoreDetails(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Outcome? Outcome = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Decider? Decider = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RunningPoints? Points = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Server = null)
{
    /// <summary>More than its JSON: a note of 200 characters, each escaped, and the rest.</summary>
    public const int MaxLength = 2000;

    /// <summary>Returns the details; null if there are none.</summary>
    public static ScoreDetails? Of(Outcome? outcome, Decider? decider, RunningPoints? points, int? server) =>
        outcome is null && decider is null && points is null && server is null ? null : new(outcome, decider, points, server);

    /// <summary>Returns the details with the sides exchanged.</summary>
    public ScoreDetails Swapped() => new(
        Outcome is null ? null : Outcome with { Winner = 3 - Outcome.Winner },
        Decider is null ? null : Decider with { Team1 = Decider.Team2, Team2 = Decider.Team1 },
        Points is null ? null : new RunningPoints(Points.Team2, Points.Team1),
        3 - Server);
}
