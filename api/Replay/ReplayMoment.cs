namespace LiveFeed.Api.Replay;

/// <summary>The changes that happened at the same time.</summary>
internal sealed record ReplayMoment(DateTimeOffset At, IReadOnlyList<ReplayStep> Steps);
