using MediatR;

namespace LiveFeed.Domain;

/// <summary>The notifications of the aggregates that the running command has read, added or removed.</summary>
public interface IRaisedNotifications
{
    /// <summary>Returns those that were raised since the last call, in the order in which they were raised.</summary>
    IReadOnlyList<INotification> Take();
}
