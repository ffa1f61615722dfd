namespace LiveFeed.Domain.Standings;

/// <summary>Points that were taken from a team. They don't count in comparisons of level teams by their own matches.</summary>
/// <param name="Points">How many; a negative number gives points.</param>
/// <param name="Reason">Why, for everybody to read.</param>
public sealed record PointsDeduction(int Points, string Reason);
