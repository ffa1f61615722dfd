namespace LiveFeed.Domain.Scores;

/// <summary>How many sets each team has won.</summary>
public sealed record SetsWonView(int Team1, int Team2);
