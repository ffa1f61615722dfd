namespace LiveFeed.Domain.ImportExport;

public sealed record ImportCounts(int Scores, int Claims, int CoveragePlans)
{
    public static ImportCounts operator +(ImportCounts one, ImportCounts other) =>
        new(one.Scores + other.Scores, one.Claims + other.Claims, one.CoveragePlans + other.CoveragePlans);
}
