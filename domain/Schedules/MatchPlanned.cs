using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>A match was added to the schedule or changed there.</summary>
public sealed record MatchPlanned(string EventId, MatchView Match, EntrySubject Subject, DateTimeOffset At) : INotification;
