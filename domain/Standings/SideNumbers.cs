namespace LiveFeed.Domain.Standings;

/// <summary>One number of each side of a match, such as the sets won or the goals.</summary>
public readonly record struct SideNumbers(int Team1, int Team2);
