using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text;

namespace LiveFeed.UnitTests.Streaming;

/// <summary>What a client makes of the bytes that a connection has accepted.</summary>
internal static class SentEvents
{
    /// <summary>Returns the events, each with the id after it. Asserts that the bytes are chunks, if the connection wants them.</summary>
    public static IReadOnlyList<(string Id, string Type, string Data)> Of(FaultyOutput output)
    {
        var bytes = output.IsChunked ? Unchunk(output.Received.Span) : output.Received.ToArray();
        var parser = SseParser.Create(new MemoryStream(bytes));
        return [.. parser.Enumerate().Select(item => (parser.LastEventId, item.EventType, item.Data))];
    }

    private static byte[] Unchunk(ReadOnlySpan<byte> bytes)
    {
        var payload = new List<byte>();
        while (!bytes.IsEmpty)
        {
            var line = bytes.IndexOf("\r\n"u8);
            var length = int.Parse(Encoding.ASCII.GetString(bytes[..line]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            payload.AddRange(bytes.Slice(line + 2, length));
            Assert.Equal("\r\n"u8, bytes.Slice(line + 2 + length, 2));
            bytes = bytes[(line + length + 4)..];
        }

        return [.. payload];
    }
}
