namespace LiveFeed.Domain.Events;

public interface IEventStore
{
    Task<LiveEvent?> FindAsync(EventId eventId);

    /// <summary>Adds an event, with an empty feed that has its own epoch.</summary>
    void Add(LiveEvent liveEvent);

    /// <summary>Removes an event with everything in it, and its feed.</summary>
    Task RemoveAsync(LiveEvent liveEvent);
}
