using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Views;

namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>The latest entry of every key that matches a filter, at one sequence.</summary>
internal sealed class FeedSnapshot
{
    private readonly ConcurrentDictionary<(string Reset, bool Chunked), byte[]> frames = new();
    private readonly string topic;
    private readonly DateTimeOffset at;

    /// <param name="topic">The topic.</param>
    /// <param name="cursor">Its position.</param>
    /// <param name="at">When it was made.</param>
    /// <param name="entries">The entries.</param>
    internal FeedSnapshot(string topic, FeedCursor cursor, DateTimeOffset at, EntryArray entries) =>
        (this.topic, Cursor, this.at, Entries) = (topic, cursor, at, entries);

    public FeedCursor Cursor { get; }

    /// <summary>Whether it is kept for all who request the same; otherwise it is one reader's, and is never held as a whole.</summary>
    public bool IsShared => Entries.IsShared;

    /// <summary>The entries as a JSON array.</summary>
    public EntryArray Entries { get; }

    /// <summary>Returns the snapshot as an SSE event, shared by all who get it for the same reason.</summary>
    public byte[] Frame(ResetReason? reset, bool chunked) => frames.GetOrAdd(
        (reset?.ToWireName() ?? "", chunked), key => ChunkFraming.ToFrame([.. Start(key.Reset), .. Entries.ToBytes().Span, .. End], key.Chunked));

    /// <summary>Returns the same in pieces of about a size, in bytes.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces(ResetReason? reset, bool chunked, int size)
    {
        yield return ChunkFraming.ToFrame(Start(reset?.ToWireName() ?? ""), chunked);
        foreach (var piece in Entries.Pieces(size))
            yield return ChunkFraming.ToFrame(piece.Span, chunked);
        yield return ChunkFraming.ToFrame(End, chunked);
    }

    private static ReadOnlySpan<byte> End => "}\n\n"u8;

    private byte[] Start(string reset)
    {
        var head = JsonSerializer.Serialize(new Head("snapshot", Topics.GetEventId(topic), at, reset.Length == 0 ? null : reset), Json);
        return Encoding.UTF8.GetBytes($"id: {Cursor}\ndata: {head[..^1]},\"entries\":");
    }

    private static readonly JsonSerializerOptions Json = new(ApiJson.Options)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private sealed record Head(string Type, EventId EventId, DateTimeOffset At, string? Reset);
}
