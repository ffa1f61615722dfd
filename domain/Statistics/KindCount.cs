namespace LiveFeed.Domain.Statistics;

/// <summary>How many incidents of a kind each side had.</summary>
public sealed record KindCount(IncidentKind Kind, int Team1, int Team2);
