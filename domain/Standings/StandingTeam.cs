namespace LiveFeed.Domain.Standings;

/// <summary>A team of a pool, with what the matches don't say of it.</summary>
/// <param name="Id">The team.</param>
/// <param name="Ranking">Its position in a ranking outside the pool, such as FIFA's, or its seed; 1 is best, null comes last.</param>
/// <param name="Lot">Its position by the drawing of lots; 1 is best, null comes last.</param>
/// <param name="Deductions">Points that were taken from it.</param>
/// <param name="Manual">The rank that an organizer gave it by hand.</param>
public sealed record StandingTeam(
    int Id, int? Ranking = null, int? Lot = null, IReadOnlyList<PointsDeduction>? Deductions = null, ManualRank? Manual = null);
