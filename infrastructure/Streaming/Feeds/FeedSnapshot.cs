using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Views;

namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>The latest entry of every key at one sequence.</summary>
internal sealed class FeedSnapshot
{
    private readonly ConcurrentDictionary<(string Reset, bool Chunked), byte[]> frames = new();
    private readonly string topic;
    private readonly DateTimeOffset at;

    internal FeedSnapshot(string topic, FeedCursor cursor, DateTimeOffset at, List<FeedEntry> entries)
    {
        (this.topic, Cursor, this.at) = (topic, cursor, at);
        Entries = JsonArray.Of(entries);
    }

    public FeedCursor Cursor { get; }

    /// <summary>The entries as a JSON array.</summary>
    public ReadOnlyMemory<byte> Entries { get; }

    /// <summary>Returns the snapshot as an SSE event, shared by all who get it for the same reason.</summary>
    public byte[] Frame(ResetReason? reset, bool chunked) => frames.GetOrAdd((reset?.ToWireName() ?? "", chunked), Build);

    private byte[] Build((string, bool) key)
    {
        var (reset, chunked) = key;
        var head = JsonSerializer.Serialize(new Head("snapshot", Topics.GetEventId(topic), at, reset.Length == 0 ? null : reset), Json);
        var start = Encoding.UTF8.GetBytes($"id: {Cursor}\ndata: {head[..^1]},\"entries\":");
        return ChunkFraming.ToFrame([.. start, .. Entries.Span, .. "}\n\n"u8], chunked);
    }

    private static readonly JsonSerializerOptions Json = new(ApiJson.Options)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private sealed record Head(string Type, EventId EventId, DateTimeOffset At, string? Reset);
}
