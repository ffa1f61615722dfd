namespace LiveFeed.Domain.Schedules;

/// <summary>A match that was added or changed.</summary>
/// <param name="Match">The match as it is now.</param>
/// <param name="Warnings">The clashes that it is part of; at most 50.</param>
/// <param name="WarningCount">How many there are in all.</param>
public sealed record MatchEdit(MatchView Match, IReadOnlyList<ScheduleWarning> Warnings, int WarningCount);
