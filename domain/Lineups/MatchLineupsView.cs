namespace LiveFeed.Domain.Lineups;

/// <summary>The line-ups of a match.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Lineups">Those of the sides that have one, side 1 first.</param>
public sealed record MatchLineupsView(MatchId MatchId, IReadOnlyList<LineupView> Lineups);
