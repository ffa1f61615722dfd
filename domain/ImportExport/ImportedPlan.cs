namespace LiveFeed.Domain.ImportExport;

/// <summary>A coverage plan.</summary>
/// <param name="SelectedMatches">The matches.</param>
/// <param name="UserId">The owner of the plan, as the client kept it: any text; null for the importer.</param>
/// <param name="UpdatedAt">When it was last changed; null for now.</param>
public sealed record ImportedPlan(IReadOnlyList<MatchId> SelectedMatches, string? UserId = null, DateTimeOffset? UpdatedAt = null);
