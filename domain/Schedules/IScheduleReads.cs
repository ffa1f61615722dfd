namespace LiveFeed.Domain.Schedules;

/// <summary>Reads of an event's schedule. <c>fullNames</c> says whether the reader sees people's full names, whatever is published of them.</summary>
public interface IScheduleReads
{
    /// <summary>Returns matches ordered by start time. A match without a score counts as scheduled.</summary>
    Task<Page<MatchView>> MatchesAsync(EventId eventId, MatchFilter filter, bool fullNames, Paging paging, CancellationToken cancellationToken);

    Task<MatchView?> MatchAsync(EventId eventId, MatchId matchId, bool fullNames, CancellationToken cancellationToken);

    Task<Page<TeamView>> TeamsAsync(EventId eventId, int? divisionId, Paging paging, CancellationToken cancellationToken);

    Task<TeamView?> TeamAsync(EventId eventId, int teamId, CancellationToken cancellationToken);

    Task<NamedView?> CourtAsync(EventId eventId, int courtId, CancellationToken cancellationToken);

    Task<DivisionView?> DivisionAsync(EventId eventId, int divisionId, CancellationToken cancellationToken);

    /// <summary>Returns the whole schedule, in the form in which it is uploaded.</summary>
    Task<Schedule> ScheduleAsync(EventId eventId, bool fullNames, CancellationToken cancellationToken);
}
