namespace LiveFeed.Domain.ImportExport;

/// <summary>Limits of an import, so that nobody else's writes wait long for it.</summary>
/// <param name="MaxItems">The most scores, the most claims and the most coverage plans.</param>
/// <param name="MaxPlannedMatches">The most matches in all of its coverage plans together.</param>
/// <param name="ItemsPerTransaction">How much is imported in one transaction: a score, a claim and each match of a plan count as one.</param>
public sealed record ImportPolicy(int MaxItems, int MaxPlannedMatches, int ItemsPerTransaction);
