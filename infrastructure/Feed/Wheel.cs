namespace LiveFeed.Infrastructure.Feed;

/// <summary>
/// One clock for any number of readers: a timing wheel (Varghese and Lauck, 1987). A reader is filed under the tick at which it is to
/// be looked at, in one place at a time. Not safe for concurrent use.
/// </summary>
internal sealed class Wheel(long frequency, long now)
{
    private const int Slots = 512;
    private const int TicksPerSecond = 10;

    /// <summary>How fine it is: turned less often, it brings readers up later, and several steps at a time.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(1) / TicksPerSecond;

    private readonly List<FeedReader>?[] slots = new List<FeedReader>?[Slots];
    private long tick = TickOf(now, frequency);

    /// <summary>Files a reader under a timestamp; one beyond the wheel's turn comes up at its end, to be filed again.</summary>
    public void File(FeedReader reader, long at)
    {
        Remove(reader);
        var slot = (int)(Math.Clamp(TickOf(at - 1, frequency) + 1, tick + 1, tick + Slots - 1) % Slots);
        (reader.Slot, reader.SlotIndex) = (slots[slot] ??= [], slots[slot]!.Count);
        reader.Slot.Add(reader);
    }

    /// <summary>Forgets a reader.</summary>
    public static void Remove(FeedReader reader)
    {
        if (reader.Slot is not { } slot)
            return;
        var last = slot[^1];
        (slot[reader.SlotIndex], last.SlotIndex) = (last, reader.SlotIndex);
        slot.RemoveAt(slot.Count - 1);
        reader.Slot = null;
    }

    /// <summary>Turns to a timestamp, and looks at all whose time has come. None of them is filed then.</summary>
    public void Turn(long to, Action<FeedReader> look)
    {
        var target = TickOf(to, frequency);
        // After a long stop every slot is due, once.
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
