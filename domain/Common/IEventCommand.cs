namespace LiveFeed.Domain;

/// <summary>
/// A command about one event. The event's feed head is locked before the handler reads anything. So commands of one event run one after
/// another, on however many instances, and the data that a handler has read stays valid until the commit.
/// </summary>
public interface IEventCommand : ICommand
{
    EventId EventId { get; }
}
