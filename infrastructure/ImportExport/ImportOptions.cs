using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.ImportExport;

/// <summary>Settings under <c>LiveFeed:Imports</c>.</summary>
public sealed class ImportOptions
{
    /// <summary>The most scores, the most claims and the most coverage plans of an import.</summary>
    [Range(1, 1_000_000)]
    public int MaxItems { get; set; } = 10_000;

    /// <summary>The most matches in all coverage plans of an import together.</summary>
    [Range(1, 10_000_000)]
    public int MaxPlannedMatches { get; set; } = 100_000;

    /// <summary>How many scores, claims and matches of plans are imported before others' writes have their turn.</summary>
    [Range(1, 100_000)]
    public int ItemsPerTransaction { get; set; } = 200;
}
