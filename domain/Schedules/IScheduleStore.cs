namespace LiveFeed.Domain.Schedules;

public interface IScheduleStore
{
    /// <summary>Loads the whole schedule of an event, to be changed in place. Returns the same object, as changed so far, to all callers in one transaction.</summary>
    Task<StoredSchedule> LoadAsync(EventId eventId);

    /// <summary>Returns whether an event has a court with this id.</summary>
    Task<bool> HasCourtAsync(EventId eventId, int courtId);

    /// <summary>Returns one court; null if there is none with this id.</summary>
    Task<Court?> FindCourtAsync(EventId eventId, int courtId);

    /// <summary>Returns one team; null if there is none with this id.</summary>
    Task<Team?> FindTeamAsync(EventId eventId, int teamId);

    void Add(object item);

    /// <summary>Removes an item. A match is removed with its score, its claim and everything else that belongs to it.</summary>
    void Remove(object item);
}
