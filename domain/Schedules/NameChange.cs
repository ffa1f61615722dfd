namespace LiveFeed.Domain.Schedules;

/// <summary>Another name for a court.</summary>
/// <param name="Name">The name that people use.</param>
public sealed record NameChange(string Name);
