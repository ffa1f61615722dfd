namespace LiveFeed.Domain.ImportExport;

/// <summary>A claim.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="ClaimedBy">The user, as the client kept it: any text.</param>
/// <param name="ClaimedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record ImportedClaim(MatchId MatchId, string ClaimedBy, DateTimeOffset ClaimedAt, DateTimeOffset ExpiresAt);
