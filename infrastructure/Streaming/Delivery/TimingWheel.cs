namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>
/// One clock for the timers of any number of subscribers: a timing wheel (Varghese and Lauck, 1987). A subscriber is scheduled for one tick
/// at a time. Not safe for concurrent use.
/// </summary>
internal sealed class TimingWheel(long frequency, long now)
{
    private const int Slots = 512;
    private const int TicksPerSecond = 10;

    /// <summary>The resolution. A wheel that is advanced less often calls back later, several ticks at a time.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(1) / TicksPerSecond;

    private readonly List<Subscriber>?[] slots = new List<Subscriber>?[Slots];
    private long tick = TickOf(now, frequency);

    /// <summary>Schedules a subscriber for a timestamp. One beyond the last slot becomes due in that slot, and must be scheduled again.</summary>
    public void Schedule(Subscriber subscriber, long at)
    {
        Remove(subscriber);
        var slot = (int)(Math.Clamp(TickOf(at - 1, frequency) + 1, tick + 1, tick + Slots - 1) % Slots);
        var scheduled = slots[slot] ??= [];
        subscriber.WheelNode = new TimingWheelNode { Slot = scheduled, Index = scheduled.Count };
        scheduled.Add(subscriber);
    }

    /// <summary>Removes a subscriber if it is scheduled.</summary>
    public static void Remove(Subscriber subscriber)
    {
        if (subscriber.WheelNode is not { Slot: { } slot, Index: var index })
            return;
        var last = slot[^1];
        slot[index] = last;
        last.WheelNode.Index = index;
        slot.RemoveAt(slot.Count - 1);
        subscriber.WheelNode.Slot = null;
    }

    /// <summary>
    /// Advances to <paramref name="timestamp"/> and calls <paramref name="onDue"/> for every due subscriber. Due subscribers have been removed, so
    /// the callback must schedule them again.
    /// </summary>
    public void Advance(long timestamp, Action<Subscriber> onDue)
    {
        var target = TickOf(timestamp, frequency);
        // After a long stop every slot is due, once.
        for (tick = Math.Max(tick, target - Slots); tick < target;)
        {
            tick++;
            if (slots[tick % Slots] is not { Count: > 0 } due)
                continue;
            slots[tick % Slots] = null;
            foreach (var subscriber in due)
                subscriber.WheelNode.Slot = null;
            foreach (var subscriber in due)
                onDue(subscriber);
        }
    }

    private static long TickOf(long timestamp, long frequency) => (long)(timestamp * (Int128)TicksPerSecond / frequency);
}
