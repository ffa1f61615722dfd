namespace LiveFeed.Domain.Schedules;

/// <summary>Something odd about a schedule, which is stored all the same: the organizer knows the hall.</summary>
/// <param name="Code">A stable snake_case word for programs: court_overlap, team_overlap, short_rest, or same_group of a draw.</param>
/// <param name="Message">One English sentence for people.</param>
/// <param name="MatchIds">The matches that it is about.</param>
public sealed record ScheduleWarning(string Code, string Message, IReadOnlyList<MatchId> MatchIds);
