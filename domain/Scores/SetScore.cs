namespace LiveFeed.Domain.Scores;

/// <summary>
/// What both teams have in one period of a match: points of a volleyball set, games of a tennis set (or points of a match tie-break),
/// goals of a football match.
/// </summary>
/// <param name="Team1">What team 1 has, counted in the sport's own unit.</param>
/// <param name="Team2">What team 2 has, in the same unit.</param>
public readonly record struct SetScore(int Team1, int Team2)
{
    /// <summary>Whether anything was scored, which is how a set that has begun is told from a placeholder.</summary>
    internal bool HasPoints => Team1 != 0 || Team2 != 0;

    internal int? Leader => Team1 > Team2 ? 1 : Team2 > Team1 ? 2 : null;

    internal int Higher => Math.Max(Team1, Team2);

    internal int Lower => Math.Min(Team1, Team2);

    /// <summary>How far the leader is ahead. Only for numbers within the limits: wild ones overflow.</summary>
    internal int Lead => Higher - Lower;
}
