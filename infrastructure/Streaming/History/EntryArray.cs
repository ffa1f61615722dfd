using System.Buffers;
using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.History;

/// <summary>
/// Entries as one JSON array, in pieces: a reader that reads slowly, or not at all, then costs a piece, however many entries there are.
/// </summary>
public sealed class EntryArray
{
    private readonly IReadOnlyList<FeedEntry> entries;
    private readonly ReaderFilter filter;
    private readonly Lazy<long> length;
    private readonly Lazy<byte[]>? shared;

    /// <param name="entries">The entries, which others may hold too.</param>
    /// <param name="filter">Which of them the array has.</param>
    /// <param name="isShared">Whether the bytes are kept for others who get the same.</param>
    internal EntryArray(IReadOnlyList<FeedEntry> entries, ReaderFilter filter, bool isShared)
    {
        (this.entries, this.filter) = (entries, filter);
        // Lazy: a stream needs no length, and opening one must stay cheap.
        length = new Lazy<long>(MeasureLength);
        if (isShared)
            shared = new Lazy<byte[]>(Build);
    }

    /// <summary>The length of the JSON in bytes.</summary>
    public long Length => length.Value;

    public bool IsEmpty => Length == "[]".Length;

    public bool IsShared => shared is not null;

    /// <summary>How many entries the array has.</summary>
    internal int Count => Matching().Count();

    /// <summary>Returns the entries that the array has.</summary>
    internal List<FeedEntry> ToList() => [.. Matching()];

    /// <summary>Returns the JSON as a whole.</summary>
    public ReadOnlyMemory<byte> ToBytes() => shared?.Value ?? Build();

    /// <summary>Returns the JSON in pieces of about a size, in bytes, or of one entry if that is larger.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces(int size) => shared is null ? OwnPieces(size) : Slices(shared.Value, size);

    // Brackets, and a comma before each entry but the first.
    private long MeasureLength()
    {
        var (sum, commas) = (2L, -1);
        foreach (var entry in Matching())
            (sum, commas) = (sum + entry.Payload.Length, commas + 1);
        return sum + Math.Max(0, commas);
    }

    private byte[] Build() => OwnPieces(int.MaxValue).Single().ToArray();

    private static IEnumerable<ReadOnlyMemory<byte>> Slices(byte[] bytes, int size)
    {
        for (var at = 0; at < bytes.Length; at += size)
            yield return bytes.AsMemory(at, Math.Min(size, bytes.Length - at));
    }

    private IEnumerable<ReadOnlyMemory<byte>> OwnPieces(int size)
    {
        // Whoever gets a piece may still hold it when the next one is made.
        var piece = new ArrayBufferWriter<byte>();
        piece.Write("["u8);
        var isFirst = true;
        foreach (var entry in Matching())
        {
            if (!isFirst)
                piece.Write(","u8);
            isFirst = false;
            piece.Write(entry.Payload.Span);
            if (piece.WrittenCount < size)
                continue;
            yield return piece.WrittenMemory;
            piece = new ArrayBufferWriter<byte>();
        }

        piece.Write("]"u8);
        yield return piece.WrittenMemory;
    }

    private IEnumerable<FeedEntry> Matching() => filter.IsAll ? entries : entries.Where(entry => entry.IsFor(filter));
}
