using System.Globalization;

namespace LiveFeed.Benchmarks.Soak;

/// <summary>How far a reader has come in a feed, and whether it got every entry once and in order. One task writes it.</summary>
internal sealed class ReaderPosition
{
    private volatile string? cursor;

    /// <summary>The cursor of the last entry; null before the first snapshot.</summary>
    public string? Cursor => cursor;

    public bool HasBegun => cursor is not null;

    public long Sequence => cursor is { } text ? SequenceOf(text) : 0;

    /// <summary>How many entries came after the first snapshot.</summary>
    public long Entries { get; private set; }

    /// <summary>How often something came that was not exactly what follows.</summary>
    public long Faults { get; private set; }

    /// <summary>A snapshot came. Only the first one is in order: a later one stands in place of entries that are missing.</summary>
    public void Begin(string snapshotCursor)
    {
        if (HasBegun)
            Faults++;
        cursor = snapshotCursor;
    }

    /// <summary>Entries came, up to this cursor.</summary>
    public void Advance(string to, int entries)
    {
        if (SequenceOf(to) != Sequence + entries)
            Faults++;
        Entries += entries;
        cursor = to;
    }

    private static long SequenceOf(string cursor) => long.Parse(cursor.Split('.')[1], CultureInfo.InvariantCulture);
}
