using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>A match was removed from the schedule, with its score and its claim.</summary>
public sealed record MatchRemoved(string EventId, EntrySubject Subject, DateTimeOffset At) : INotification;
