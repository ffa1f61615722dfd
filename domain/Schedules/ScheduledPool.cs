namespace LiveFeed.Domain.Schedules;

/// <summary>A pool of a division: teams that play each other, and are ranked by these matches.</summary>
/// <param name="Id">Its id, unique within the event: 1 to 20 characters.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Teams">Its teams.</param>
public sealed record ScheduledPool(string Id, string Name, EquatableList<int> Teams);
