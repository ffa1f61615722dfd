namespace LiveFeed.Domain.Events;

/// <summary>Reads of events. The caller must check access, except for the list.</summary>
public interface IEventReads
{
    /// <summary>Returns public events and those of the reader, or only those that the reader may manage, the soonest first.</summary>
    Task<Page<EventView>> ListAsync(ReaderIdentity reader, bool onlyManaged, Paging paging, CancellationToken cancellationToken);

    Task<EventView?> FindAsync(string eventId, CancellationToken cancellationToken);
}

/// <summary>Which matches to read; null for any.</summary>
public sealed record MatchFilter(int? TeamId = null, int? DivisionId = null, int? CourtId = null, MatchStatus? Status = null);

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
