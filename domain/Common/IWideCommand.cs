namespace LiveFeed.Domain;

/// <summary>
/// A command about several events, several users, or both. The events' feed heads are locked, in their order, and then the rows of the users, before the handler reads
/// anything. Which ones is found out before, so the handler must make sure that nothing was added since.
/// </summary>
public interface IWideCommand : ICommand
{
    IReadOnlyCollection<EventId> EventIds { get; }

    IReadOnlyCollection<UserId> UserIds { get; }
}
