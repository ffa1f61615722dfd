namespace LiveFeed.Domain.Statistics;

/// <summary>What the entries of a feed say about which statistics have changed.</summary>
/// <param name="Matches">The matches, without doubles.</param>
/// <param name="UpTo">The last sequence that was examined.</param>
public sealed record ChangedMatches(IReadOnlyList<MatchId> Matches, long UpTo);
