namespace LiveFeed.Domain.Schedules;

/// <summary>What a schedule is checked for beyond what it must be.</summary>
/// <param name="MinRest">How long a team should rest between two matches; zero to warn of none.</param>
public sealed record SchedulePolicy(TimeSpan MinRest);
