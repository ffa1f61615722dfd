namespace LiveFeed.Domain.Scores;

/// <summary>
/// The numbers of both teams in one period of a match: points of a volleyball set, games of a tennis set (or points of a match tie-break),
/// goals of a football match.
/// </summary>
/// <param name="Team1">The number of team 1, in the sport's own unit.</param>
/// <param name="Team2">The number of team 2, in the same unit.</param>
public readonly record struct SetScore(int Team1, int Team2)
{
    /// <summary>Whether anything was scored. This distinguishes a set that has begun from a placeholder.</summary>
    internal bool HasPoints => Team1 != 0 || Team2 != 0;

    internal int? Leader => Team1 > Team2 ? 1 : Team2 > Team1 ? 2 : null;

    internal int Higher => Math.Max(Team1, Team2);

    internal int Lower => Math.Min(Team1, Team2);

    /// <summary>How far the leader is ahead. Use it only for numbers within the limits: larger ones may overflow.</summary>
    internal int Lead => Higher - Lower;
}
