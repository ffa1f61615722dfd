namespace LiveFeed.Domain.Brackets;

/// <summary>
/// A side that would be another team by now, but stays as it is because its match has a score (or because the team would play itself). The
/// organizer decides.
/// </summary>
/// <param name="Match">The match.</param>
/// <param name="Side">1 or 2.</param>
/// <param name="Current">The team that it has.</param>
/// <param name="Expected">The team by the results as they are now; null if they decide none.</param>
public sealed record SideConflict(MatchId Match, int Side, int? Current, int? Expected);
