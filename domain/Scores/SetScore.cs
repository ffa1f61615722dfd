using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Scores;

/// <summary>
/// The numbers of both teams in one period of a match: points of a volleyball set, games of a tennis set (or points of a match tie-break),
/// goals of a football match.
/// </summary>
/// <param name="Team1">The number of team 1, in the sport's own unit.</param>
/// <param name="Team2">The number of team 2, in the same unit.</param>
/// <param name="TieBreak">The points of the tie-break that ended the set; null if there was none, or if they aren't known.</param>
public readonly record struct SetScore(
    int Team1, int Team2,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PointPair? TieBreak = null)
{
    /// <summary>Returns the set with the sides exchanged.</summary>
    public SetScore Swapped() => new(Team2, Team1, TieBreak is { } points ? new PointPair(points.Team2, points.Team1) : null);

    /// <summary>Whether anything was scored. This distinguishes a set that has begun from a placeholder.</summary>
    internal bool HasPoints => Team1 != 0 || Team2 != 0;

    /// <summary>The team that has more: 1 or 2; null if neither has.</summary>
    [JsonIgnore]
    public int? Leader => Team1 > Team2 ? 1 : Team2 > Team1 ? 2 : null;

    internal int Higher => Math.Max(Team1, Team2);

    internal int Lower => Math.Min(Team1, Team2);

    /// <summary>How far the leader is ahead. Use it only for numbers within the limits: larger ones may overflow.</summary>
    internal int Lead => Higher - Lower;
}
