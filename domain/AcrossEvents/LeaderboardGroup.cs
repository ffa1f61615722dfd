namespace LiveFeed.Domain.AcrossEvents;

/// <summary>What a row of a leaderboard is.</summary>
public enum LeaderboardGroup
{
    /// <summary>All teams of one name.</summary>
    Team,
}
