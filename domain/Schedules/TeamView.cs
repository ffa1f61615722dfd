namespace LiveFeed.Domain.Schedules;

/// <summary>A team, as clients see it.</summary>
public sealed record TeamView(int Id, string Name, int? DivisionId);
