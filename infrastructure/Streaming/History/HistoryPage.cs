using System.Buffers;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Views;

namespace LiveFeed.Infrastructure.Streaming.History;

/// <summary>A range of the log, ready to send to all readers who resume in it. Never changes.</summary>
internal sealed class HistoryPage
{
    private readonly IReadOnlyList<FeedEntry> entries;
    private readonly Segment all;
    private readonly bool isForAll;

    /// <param name="after">The sequence before its first entry.</param>
    /// <param name="entries">Its entries, without gaps.</param>
    private HistoryPage(long after, IReadOnlyList<FeedEntry> entries)
    {
        (After, this.entries) = (after, entries);
        all = new Segment(0, after, entries.Sum(entry => entry.Frame.Length), false);
        foreach (var entry in entries)
            all.TryAppend(entry);
        isForAll = entries.All(entry => entry.IsFor(ReaderFilter.All));
    }

    /// <summary>Makes a page of what the log has of a range.</summary>
    /// <param name="end">The last sequence that the range has.</param>
    /// <param name="found">The entries, in order. Where the log was cut, some are missing: the page begins after the last one of those.</param>
    public static HistoryPage Of(long end, IReadOnlyList<FeedEntry> found)
    {
        var count = 0;
        while (count < found.Count && found[found.Count - 1 - count].Sequence == end - count)
            count++;
        return new HistoryPage(end - count, [.. found.Skip(found.Count - count)]);
    }

    /// <summary>The sequence before its first entry. A reader who is before that can't go on: entries were cut from the log.</summary>
    public long After { get; }

    /// <summary>The sequence of its last entry.</summary>
    public long Last => After + entries.Count;

    /// <summary>Returns the entry at a sequence if it is on this page.</summary>
    public FeedEntry? Find(long sequence) => sequence > After && sequence <= Last ? entries[(int)(sequence - After - 1)] : null;

    /// <summary>
    /// Writes the entries after a sequence that match the filter, up to a number of bytes. Returns the last sequence examined.
    /// </summary>
    public long Write(IBufferWriter<byte> output, long from, ReaderFilter filter, int bytes)
    {
        var first = (int)(from - After);
        var end = all.IndexUpTo(first, bytes);
        if (filter.IsAll && isForAll)
        {
            output.Write(all.Bytes(first, end).Span);
            return After + end;
        }

        for (var i = first; i < end; i++)
        {
            if (entries[i].IsFor(filter))
                output.Write(entries[i].Frame);
        }

        return After + end;
    }

    /// <summary>Adds the entries after a sequence that match the filter, up to a limit. Returns the last sequence examined.</summary>
    public long Collect(long from, ReaderFilter filter, int limit, List<FeedEntry> into)
    {
        while (from < Last && into.Count < limit)
        {
            var entry = entries[(int)(from++ - After)];
            if (entry.IsFor(filter))
                into.Add(entry);
        }

        return from;
    }
}
