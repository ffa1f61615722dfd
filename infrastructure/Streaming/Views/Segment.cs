using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.Views;

/// <summary>
/// One block of consecutive entries, framed for sending, once for all subscribers. One writer appends; any number of threads read the
/// appended entries without a lock.
/// </summary>
/// <param name="number">Its number in the view.</param>
/// <param name="after">The last sequence before its first entry.</param>
/// <param name="size">Its size in bytes.</param>
/// <param name="chunked">Whether entries are framed as HTTP/1.1 chunks.</param>
internal sealed class Segment(long number, long after, int size, bool chunked)
{
    private readonly byte[] bytes = new byte[size];
    private Mark[] marks = new Mark[16];
    private int count;

    public long Number => number;

    public long After => after;

    /// <summary>Number of published entries. Read this before reading entries: it is the acquire barrier.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Returns the sequence of the entry at an index.</summary>
    public long Sequence(int index) => marks[index].Sequence;

    /// <summary>Adds an entry. Returns false if it doesn't fit.</summary>
    public bool TryAppend(FeedEntry entry)
    {
        var start = Start(count);
        var length = ChunkFraming.Length(entry.Frame.Length, chunked);
        if (start + length > bytes.Length)
            return false;
        ChunkFraming.Write(entry.Frame, bytes.AsSpan(start), chunked);
        if (count == marks.Length)
            Array.Resize(ref marks, count * 2);
        marks[count] = new Mark(entry.Sequence, start + length);
        Volatile.Write(ref count, count + 1);
        return true;
    }

    /// <summary>Returns the bytes of the entries from one index up to another.</summary>
    public ReadOnlyMemory<byte> Bytes(int from, int to) => bytes.AsMemory(Start(from), Start(to) - Start(from));

    /// <summary>Returns the index up to which the entries fit into a number of bytes; at least one entry.</summary>
    public int IndexUpTo(int from, int length) => Math.Max(from + 1, IndexAt(from, length));

    /// <summary>Returns the index of the entry that holds the byte at an offset from the start of another entry.</summary>
    public int IndexAt(int from, int offset)
    {
        var (at, low, high) = (Start(from) + offset, from, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (marks[middle].End <= at)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Returns the index of the first entry after a sequence.</summary>
    public int IndexAfter(long sequence)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (marks[middle].Sequence <= sequence)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int Start(int index) => index == 0 ? 0 : marks[index - 1].End;

    private readonly record struct Mark(long Sequence, int End);
}
