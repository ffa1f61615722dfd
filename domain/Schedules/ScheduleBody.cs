namespace LiveFeed.Domain.Schedules;

/// <summary>A whole schedule.</summary>
public sealed record ScheduleBody(
    IReadOnlyList<ScheduledMatch> Matches, IReadOnlyList<ScheduledDivision>? Divisions = null, IReadOnlyList<ScheduledName>? Courts = null,
    IReadOnlyList<ScheduledTeam>? Teams = null)
{
    public Schedule ToSchedule() => new(
        Divisions ?? [], Courts ?? [], Teams ?? [],
        [.. Matches.Select(match => match with
        {
            StartsAt = match.StartsAt?.ToMilliseconds(),
            EndsAt = match.EndsAt?.ToMilliseconds(),
            NotBefore = match.NotBefore.Select(time => time?.ToMilliseconds()),
        })]);
}
