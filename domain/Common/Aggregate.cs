using MediatR;

namespace LiveFeed.Domain;

/// <summary>Something that changes as a whole and tells what changed.</summary>
public abstract class Aggregate
{
    private readonly List<INotification> raised = [];

    /// <summary>Hands over what was raised since the last call.</summary>
    public IReadOnlyList<INotification> TakeRaised()
    {
        if (raised.Count == 0)
            return [];
        INotification[] taken = [.. raised];
        raised.Clear();
        return taken;
    }

    protected void Raise(INotification notification) => raised.Add(notification);
}
