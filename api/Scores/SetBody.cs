using System.Text.Json.Serialization;

namespace LiveFeed.Api.Scores;

// Decimals, so that a fraction is rejected as an impossible score and not as a wrong type.
/// <summary>One set, in whole numbers.</summary>
/// <param name="Team1">The number of team 1, in the sport's own unit.</param>
/// <param name="Team2">The number of team 2, in the same unit.</param>
/// <param name="TieBreak">The points of the tie-break that ended the set, in tennis and padel.</param>
internal sealed record SetBody(
    decimal Team1, decimal Team2, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PointPair? TieBreak = null);
