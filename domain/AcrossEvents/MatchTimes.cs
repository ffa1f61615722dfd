namespace LiveFeed.Domain.AcrossEvents;

/// <summary>When a match was first said to be in progress, and when to be final; null if its scores don't say so.</summary>
public readonly record struct MatchTimes(DateTimeOffset? StartedAt, DateTimeOffset? EndedAt)
{
    /// <summary>How long the match took; null if that isn't known.</summary>
    public TimeSpan? Duration => EndedAt - StartedAt is { } time && time > TimeSpan.Zero ? time : null;
}
