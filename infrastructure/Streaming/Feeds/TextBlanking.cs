using System.Text.Json;

namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>
/// Takes texts that people wrote out of an entry, and leaves its length as it is: so nothing else about it changes.
/// </summary>
internal static class TextBlanking
{
    private static ReadOnlySpan<byte> Text => "text"u8;

    /// <summary>Returns a copy of an entry's JSON whose text is blank.</summary>
    public static byte[] Blank(ReadOnlySpan<byte> payload)
    {
        var copy = payload.ToArray();
        BlankInPlace(copy);
        return copy;
    }

    /// <summary>Overwrites the text in an entry's JSON with spaces.</summary>
    public static void BlankInPlace(Span<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1 || !reader.ValueTextEquals(Text))
                continue;
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
                payload.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length).Fill((byte)' ');
            return;
        }
    }
}
