using MediatR;

namespace LiveFeed.Domain.Scores;

/// <summary>A match has begun, or come to the end of a set, or to its end.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Progress">Which of these.</param>
/// <param name="Score">The score from now on.</param>
/// <param name="Subject">The match, with its teams.</param>
/// <param name="At">When.</param>
public sealed record MatchProgressed(EventId EventId, MatchProgress Progress, ScoreView Score, EntrySubject Subject, DateTimeOffset At) : INotification;
