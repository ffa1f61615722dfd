namespace LiveFeed.Domain.ImportExport;

/// <summary>What was imported, and what was not and why.</summary>
public sealed record ImportReport(ImportCounts Applied, IReadOnlyList<ImportConflict> Conflicts);
