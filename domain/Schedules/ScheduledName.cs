namespace LiveFeed.Domain.Schedules;

/// <summary>A division or a court of a schedule.</summary>
public sealed record ScheduledName(int Id, string Name);
