namespace LiveFeed.Domain.Feed;

/// <summary>The body of an entry that reports that a thing is gone.</summary>
public sealed record RemovedView(MatchId MatchId, bool Removed = true);
