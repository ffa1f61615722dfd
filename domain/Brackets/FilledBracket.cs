namespace LiveFeed.Domain.Brackets;

/// <summary>The matches with the teams that results decide.</summary>
/// <param name="Matches">All matches, in the order in which they were given.</param>
/// <param name="Conflicts">Sides that were left as they are.</param>
public sealed record FilledBracket(IReadOnlyList<BracketMatch> Matches, IReadOnlyList<SideConflict> Conflicts);
