namespace LiveFeed.Domain.Brackets;

/// <summary>Pools and all their matches, with the bracket after them if there is one.</summary>
public sealed record GeneratedTournament(IReadOnlyList<BracketPool> Pools, IReadOnlyList<BracketMatch> Matches);
