namespace LiveFeed.Domain.Claims;

/// <summary>A match that the actor may write to now without having claimed it.</summary>
/// <param name="Event">The match's event.</param>
/// <param name="Match">The match.</param>
/// <param name="Until">Until when the actor may; null if that has no end.</param>
internal sealed record OpenMatch(LiveEvent Event, Match Match, DateTimeOffset? Until = null);
