namespace LiveFeed.Domain.AcrossEvents;

/// <summary>What the teams of a leaderboard are ranked by first. The others of these, and the ratio of points, separate teams that are level.</summary>
public enum LeaderboardOrder
{
    /// <summary>Matches won.</summary>
    Wins,

    /// <summary>Points by the rules of the standings.</summary>
    Points,

    /// <summary>Sets won by sets lost.</summary>
    SetRatio,
}
