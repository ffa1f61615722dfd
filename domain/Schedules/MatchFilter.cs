namespace LiveFeed.Domain.Schedules;

/// <summary>Which matches to read; null for any.</summary>
public sealed record MatchFilter(int? TeamId = null, int? DivisionId = null, int? CourtId = null, MatchStatus? Status = null);
