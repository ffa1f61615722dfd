namespace LiveFeed.Domain.ImportExport;

public sealed record ImportCounts(int Scores, int Claims, int CoveragePlans);
