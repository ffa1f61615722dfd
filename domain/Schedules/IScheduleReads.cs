namespace LiveFeed.Domain.Schedules;

/// <summary>Reads of an event's schedule.</summary>
public interface IScheduleReads
{
    /// <summary>Returns matches ordered by start time. A match without a score counts as scheduled.</summary>
    Task<Page<MatchView>> MatchesAsync(string eventId, MatchFilter filter, Paging paging, CancellationToken cancellationToken);

    Task<MatchView?> MatchAsync(string eventId, int matchId, CancellationToken cancellationToken);

    Task<Page<TeamView>> TeamsAsync(string eventId, int? divisionId, Paging paging, CancellationToken cancellationToken);

    /// <summary>Returns the whole schedule, in the form in which it is uploaded.</summary>
    Task<Schedule> ScheduleAsync(string eventId, CancellationToken cancellationToken);
}
