namespace LiveFeed.Domain.Schedules;

/// <summary>A division, court, team or match that changes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name that people use; for a match, its teams.</param>
/// <param name="Fields">The fields that change, if it stays.</param>
/// <param name="HasScore">Whether it is a match that has a score.</param>
public sealed record ItemChange(int Id, string Name, IReadOnlyList<FieldChange> Fields, bool HasScore);
