namespace LiveFeed.Domain.Scores;

/// <summary>Points of both teams, such as those of a tie-break.</summary>
public readonly record struct PointPair(int Team1, int Team2);
