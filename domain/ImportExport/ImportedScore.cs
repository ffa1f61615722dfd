namespace LiveFeed.Domain.ImportExport;

public sealed record ImportedScore(int MatchId, IReadOnlyList<SetScore> Sets, MatchStatus Status, DateTimeOffset LastUpdated);
