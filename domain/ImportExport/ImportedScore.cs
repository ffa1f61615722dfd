namespace LiveFeed.Domain.ImportExport;

public sealed record ImportedScore(MatchId MatchId, IReadOnlyList<SetScore> Sets, MatchStatus Status, DateTimeOffset LastUpdated);
