namespace LiveFeed.Domain.Events;

/// <summary>An event, as clients see it.</summary>
public sealed record EventView(
    EventId Id, string Name, string Sport, int? BestOf, Visibility Visibility, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt,
    bool Archived, DateTimeOffset CreatedAt, int Version, string TimeZone);
