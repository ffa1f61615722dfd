namespace LiveFeed.Domain.Schedules;

/// <summary>A new court.</summary>
/// <param name="Name">The name that people use.</param>
/// <param name="Id">Any 32-bit integer that no other court of the event has; the server makes one if it is left out.</param>
public sealed record NewName(string Name, int? Id = null);
