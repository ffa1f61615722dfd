using System.Buffers;
using System.Text;
using System.Text.Json;
using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.Replays;

/// <summary>What a replay writes beside snapshots.</summary>
internal static class ReplayFrames
{
    /// <summary>
    /// The id of the goodbye. A browser that connects again sends it, and gets 204, so that it stops. The id of the last entry would not do: after it there may be
    /// entries that the reader's filter leaves out, or that are new.
    /// </summary>
    public const string EndId = "replay-ended";

    private static ReadOnlySpan<byte> At => "at"u8;

    /// <summary>Writes an entry as it was sent live, and when it was replayed.</summary>
    public static void WriteEntry(IBufferWriter<byte> output, FeedEntry entry, DateTimeOffset replayedAt)
    {
        var payload = entry.Payload.Span;
        output.Write("id: "u8);
        output.Write(entry.Cursor.Span);
        output.Write("\ndata: "u8);
        output.Write(payload[..^1]);
        output.Write(",\"replayedAt\":"u8);
        output.Write(JsonSerializer.SerializeToUtf8Bytes(replayedAt, ApiJson.Options));
        output.Write("}\n\n"u8);
    }

    public static void WriteKeepAlive(IBufferWriter<byte> output) => output.Write(": keep-alive\n\n"u8);

    public static void WriteGoodbye(IBufferWriter<byte> output, CloseReason reason)
    {
        if (reason == CloseReason.ReplayEnded)
            output.Write(Encoding.ASCII.GetBytes($"id: {EndId}\n"));
        output.Write(Encoding.ASCII.GetBytes($"event: bye\ndata: {{\"code\":\"{reason.ToWireName()}\"}}\n\n"));
    }

    /// <summary>Returns when an entry was written, as its JSON says.</summary>
    public static DateTimeOffset WrittenAt(FeedEntry entry)
    {
        var reader = new Utf8JsonReader(entry.Payload.Span);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1 || !reader.ValueTextEquals(At))
                continue;
            reader.Read();
            return reader.GetDateTimeOffset();
        }

        throw new InvalidOperationException($"The entry {entry.Sequence} has no time.");
    }
}
