namespace LiveFeed.Infrastructure.Feed;

/// <summary>
/// A timing wheel (Varghese and Lauck, 1987): one clock for the timers of any number of subscribers. A subscriber is scheduled at one tick
/// at a time. Not safe for concurrent use.
/// </summary>
internal sealed class TimingWheel(long frequency, long now)
{
    private const int Slots = 512;
    private const int TicksPerSecond = 10;

    /// <summary>The resolution. If the wheel is advanced less often, timers fire later, and several steps are taken at a time.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(1) / TicksPerSecond;

    private readonly List<Subscriber>?[] slots = new List<Subscriber>?[Slots];
    private long tick = TickOf(now, frequency);

    /// <summary>
    /// Schedules a subscriber at a timestamp. One beyond the wheel's range becomes due at the end of the range, to be scheduled again.
    /// </summary>
    public void Schedule(Subscriber reader, long at)
    {
        Remove(reader);
        var slot = (int)(Math.Clamp(TickOf(at - 1, frequency) + 1, tick + 1, tick + Slots - 1) % Slots);
        (reader.Slot, reader.SlotIndex) = (slots[slot] ??= [], slots[slot]!.Count);
        reader.Slot.Add(reader);
    }

    /// <summary>Removes a subscriber.</summary>
    public static void Remove(Subscriber reader)
    {
        if (reader.Slot is not { } slot)
            return;
        var last = slot[^1];
        (slot[reader.SlotIndex], last.SlotIndex) = (last, reader.SlotIndex);
        slot.RemoveAt(slot.Count - 1);
        reader.Slot = null;
    }

    /// <summary>
    /// Advances to a timestamp and calls the callback for every due subscriber. Due subscribers have been removed, so the callback must
    /// reschedule them.
    /// </summary>
    public void Advance(long to, Action<Subscriber> look)
    {
        var target = TickOf(to, frequency);
        // After a long stop every slot is due, but only once.
        for (tick = Math.Max(tick, target - Slots); tick < target;)
        {
            tick++;
            if (slots[tick % Slots] is not { Count: > 0 } due)
                continue;
            slots[tick % Slots] = null;
            foreach (var reader in due)
                reader.Slot = null;
            foreach (var reader in due)
                look(reader);
        }
    }

    private static long TickOf(long timestamp, long frequency) => (long)(timestamp * (Int128)TicksPerSecond / frequency);
}
