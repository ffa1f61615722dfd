using System.Buffers;
using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.History;

/// <summary>
/// Entries as one JSON array, in pieces: a reader that reads slowly, or not at all, then costs a piece, however many entries there are.
/// </summary>
public sealed class EntryArray
{
    private readonly IReadOnlyList<FeedEntry> entries;
    private readonly Lazy<byte[]>? shared;

    /// <param name="entries">The entries.</param>
    /// <param name="isShared">Whether the bytes are kept for others who get the same.</param>
    internal EntryArray(IReadOnlyList<FeedEntry> entries, bool isShared)
    {
        this.entries = entries;
        // Brackets, and a comma before each entry but the first.
        Length = 2L + Math.Max(0, entries.Count - 1) + entries.Sum(entry => (long)entry.Payload.Length);
        if (isShared)
            shared = new Lazy<byte[]>(Build);
    }

    /// <summary>The length of the JSON in bytes.</summary>
    public long Length { get; }

    public bool IsEmpty => entries.Count == 0;

    /// <summary>Returns the JSON as a whole.</summary>
    public ReadOnlyMemory<byte> ToBytes() => shared?.Value ?? Build();

    /// <summary>Returns the JSON in pieces of about a size, in bytes, or of one entry if that is larger.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces(int size) => shared is null ? OwnPieces(size) : Slices(shared.Value, size);

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
        for (var i = 0; i < entries.Count; i++)
        {
            if (i > 0)
                piece.Write(","u8);
            piece.Write(entries[i].Payload.Span);
            if (piece.WrittenCount < size)
                continue;
            yield return piece.WrittenMemory;
            piece = new ArrayBufferWriter<byte>();
        }

        piece.Write("]"u8);
        yield return piece.WrittenMemory;
    }
}
