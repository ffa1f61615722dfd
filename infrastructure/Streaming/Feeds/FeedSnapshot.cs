using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Views;

namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>The latest entry of every key that matches a filter, at one sequence.</summary>
internal sealed class FeedSnapshot
{
    // Those who come at once share the bytes, and nobody gets a "now" that is older than the header Date may be.
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(string Reset, bool Chunked), (DateTimeOffset At, Lazy<byte[]> Bytes)> frames = new();
    private readonly TopicName name;
    private readonly DateTimeOffset at;
    private readonly TimeProvider time;

    /// <param name="topic">The topic.</param>
    /// <param name="cursor">Its position.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="time">The clock.</param>
    internal FeedSnapshot(string topic, FeedCursor cursor, EntryArray entries, TimeProvider time) =>
        (name, Cursor, Entries, this.time, at) = (Topics.Get(topic), cursor, entries, time, time.Now());

    public FeedCursor Cursor { get; }

    /// <summary>Whether it is kept for all who request the same; otherwise it is one reader's, and is never held as a whole.</summary>
    public bool IsShared => Entries.IsShared;

    /// <summary>The entries as a JSON array.</summary>
    public EntryArray Entries { get; }

    /// <summary>Returns the snapshot as an SSE event, shared by all who get it for the same reason within a second.</summary>
    public byte[] Frame(ResetReason? reset, bool chunked)
    {
        var (key, now) = ((Reset: reset?.ToWireName() ?? "", Chunked: chunked), time.Now());
        if (!frames.TryGetValue(key, out var frame) || now - frame.At >= FreshFor)
        {
            // All who come at once wait for one of them, instead of each copying the whole.
            var fresh = (now, new Lazy<byte[]>(() => ChunkFraming.ToFrame([.. Start(key.Reset), .. Entries.ToBytes().Span, .. End], chunked)));
            frame = frames.AddOrUpdate(key, fresh, (_, newest) => newest.At > frame.At ? newest : fresh);
        }

        return frame.Bytes.Value;
    }

    /// <summary>Returns the same in pieces of about a size, in bytes.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces(ResetReason? reset, bool chunked, int size)
    {
        yield return ChunkFraming.ToFrame(Start(reset?.ToWireName() ?? ""), chunked);
        foreach (var piece in Entries.Pieces(size))
            yield return ChunkFraming.ToFrame(piece.Span, chunked);
        yield return ChunkFraming.ToFrame(End, chunked);
    }

    /// <summary>Returns the snapshot's JSON after its opening brace, in pieces of about a size, in bytes.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Members(ResetReason? reset, int size)
    {
        yield return Encoding.UTF8.GetBytes(Head(reset?.ToWireName() ?? "")[1..]);
        foreach (var piece in Entries.Pieces(size))
            yield return piece;
        yield return "}"u8.ToArray();
    }

    private static ReadOnlySpan<byte> End => "}\n\n"u8;

    private byte[] Start(string reset) => Encoding.UTF8.GetBytes($"id: {Cursor}\ndata: {Head(reset)}");

    /// <summary>Returns the start of the JSON, up to its entries.</summary>
    private string Head(string reset) =>
        JsonSerializer.Serialize(new Envelope("snapshot", name.EventId, name.TeamId, at, time.Now(), reset.Length == 0 ? null : reset), Json)[..^1] + ",\"entries\":";

    private static readonly JsonSerializerOptions Json = new(ApiJson.Options)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private sealed record Envelope(string Type, EventId? EventId, int? TeamId, DateTimeOffset At, DateTimeOffset Now, string? Reset);
}
