namespace LiveFeed.Domain.Exports;

/// <summary>A match in a calendar.</summary>
/// <param name="Uid">The same for a match as long as it exists, so that a calendar replaces what it has.</param>
/// <param name="Summary">Both sides, and the result if there is one.</param>
/// <param name="StartsAt">When it starts.</param>
/// <param name="EndsAt">When it ends; null if nobody knows.</param>
/// <param name="Court">The court's name; null if it has none.</param>
/// <param name="Division">The division's name; null if it has none.</param>
/// <param name="IsCancelled">Whether it is cancelled.</param>
/// <param name="LastModified">When the match or its score was last changed.</param>
public sealed record MatchCalendarEvent(
    string Uid, string Summary, DateTimeOffset StartsAt, DateTimeOffset? EndsAt, string? Court, string? Division, bool IsCancelled, DateTimeOffset LastModified);
