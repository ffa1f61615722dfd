using System.Buffers;
using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.History;

internal static class JsonArray
{
    /// <summary>Returns the entries' JSON as one array.</summary>
    public static ReadOnlyMemory<byte> Of(IReadOnlyList<FeedEntry> entries)
    {
        var buffer = new ArrayBufferWriter<byte>(entries.Sum(entry => entry.Payload.Length + 1) + 2);
        buffer.Write("["u8);
        for (var i = 0; i < entries.Count; i++)
        {
            if (i > 0)
                buffer.Write(","u8);
            buffer.Write(entries[i].Payload.Span);
        }

        buffer.Write("]"u8);
        return buffer.WrittenMemory;
    }
}
