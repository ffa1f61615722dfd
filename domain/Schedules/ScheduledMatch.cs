namespace LiveFeed.Domain.Schedules;

/// <summary>A match of a schedule. A team that isn't known yet has a label instead of an id.</summary>
public sealed record ScheduledMatch(
    MatchId Id, int? DivisionId = null, int? CourtId = null, int? Team1Id = null, int? Team2Id = null, string? Team1Label = null,
    string? Team2Label = null, DateTimeOffset? StartsAt = null, DateTimeOffset? EndsAt = null);
