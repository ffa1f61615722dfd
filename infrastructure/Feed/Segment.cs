namespace LiveFeed.Infrastructure.Feed;

/// <summary>
/// Entries one behind the other, as they are sent: framed once, for all readers. One writer appends; any number of threads read what
/// has been appended, without a lock.
/// </summary>
/// <param name="number">Its place among a view's segments.</param>
/// <param name="after">The last sequence before its first entry.</param>
/// <param name="size">How many bytes it holds.</param>
/// <param name="chunked">How entries are framed.</param>
internal sealed class Segment(long number, long after, int size, bool chunked)
{
    private readonly byte[] bytes = new byte[size];
    private Mark[] marks = new Mark[16];
    private int count;

    public long Number => number;

    public long After => after;

    /// <summary>How many entries it holds; what they are is to be asked for after this.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>The sequence of the entry at an index.</summary>
    public long Sequence(int index) => marks[index].Sequence;

    /// <summary>Adds an entry; false where it doesn't fit.</summary>
    public bool TryAppend(FeedEntry entry)
    {
        var start = Start(count);
        var length = Chunk.Length(entry.Frame.Length, chunked);
        if (start + length > bytes.Length)
            return false;
        Chunk.Write(entry.Frame, bytes.AsSpan(start), chunked);
        if (count == marks.Length)
            Array.Resize(ref marks, count * 2);
        marks[count] = new Mark(entry.Sequence, start + length);
        Volatile.Write(ref count, count + 1);
        return true;
    }

    /// <summary>The bytes of the entries from one index up to another.</summary>
    public ReadOnlyMemory<byte> Bytes(int from, int to) => bytes.AsMemory(Start(from), Start(to) - Start(from));

    /// <summary>The index up to which entries come to so many bytes at most; but one entry at least.</summary>
    public int IndexUpTo(int from, int length) => Math.Max(from + 1, IndexAt(from, length));

    /// <summary>The index of the entry that holds the byte at an offset from the start of another.</summary>
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

    /// <summary>The index of the first entry after a sequence.</summary>
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
