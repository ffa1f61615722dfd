using MediatR;

namespace LiveFeed.Domain;

/// <summary>An entity that changes as a whole, and raises a notification for each change.</summary>
public abstract class Aggregate
{
    private static long lastRaised;

    private readonly List<RaisedNotification> raised = [];

    public bool HasRaised => raised.Count > 0;

    /// <summary>Returns the notifications that were raised since the last call, and clears them.</summary>
    public IReadOnlyList<RaisedNotification> TakeRaised()
    {
        if (raised.Count == 0)
            return [];
        RaisedNotification[] taken = [.. raised];
        raised.Clear();
        return taken;
    }

    protected void Raise(INotification notification) => raised.Add(new RaisedNotification(Interlocked.Increment(ref lastRaised), notification));
}
