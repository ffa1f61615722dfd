namespace LiveFeed.Domain.Schedules;

/// <summary>A score that a new schedule would take away or give to other teams, and how.</summary>
internal sealed record AffectedScore(AffectedMatch Match, Score Score);
