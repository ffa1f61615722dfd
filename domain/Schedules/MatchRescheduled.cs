using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>A match that had a time has another one, or is played on another court.</summary>
/// <param name="Match">The match.</param>
/// <param name="At">When that was decided.</param>
public sealed record MatchRescheduled(Match Match, DateTimeOffset At) : INotification;
