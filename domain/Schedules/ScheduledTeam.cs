namespace LiveFeed.Domain.Schedules;

/// <summary>A team of a schedule.</summary>
public sealed record ScheduledTeam(int Id, string Name, int? DivisionId = null);
