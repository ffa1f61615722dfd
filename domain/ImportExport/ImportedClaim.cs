namespace LiveFeed.Domain.ImportExport;

public sealed record ImportedClaim(int MatchId, string ClaimedBy, DateTimeOffset ClaimedAt, DateTimeOffset ExpiresAt);
