namespace LiveFeed.Domain.Schedules;

/// <summary>A new team.</summary>
/// <param name="Name">The name that people use.</param>
/// <param name="DivisionId">Its division.</param>
/// <param name="Id">Any 32-bit integer that no team of the event has; the server makes one if it is left out.</param>
public sealed record NewTeam(string Name, int? DivisionId = null, int? Id = null);
