namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>The groups of subscribers that one feed signals.</summary>
/// <param name="gate">
/// The feed's lock. What is appended before a group is added is found by the group's first look at the feed, and what is appended after that signals it.
/// </param>
internal sealed class SubscriberGroups(Lock gate)
{
    private SubscriberGroup[] groups = [];

    /// <summary>Signals this group from now on.</summary>
    public void Add(SubscriberGroup group)
    {
        lock (gate)
            Volatile.Write(ref groups, [.. groups, group]);
    }

    public void Remove(SubscriberGroup group)
    {
        lock (gate)
            Volatile.Write(ref groups, [.. groups.Where(other => other != group)]);
    }

    public void Signal()
    {
        foreach (var group in Volatile.Read(ref groups))
            group.Signal();
    }
}
