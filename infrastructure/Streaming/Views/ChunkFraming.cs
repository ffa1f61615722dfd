using System.Buffers.Text;

namespace LiveFeed.Infrastructure.Streaming.Views;

/// <summary>Frames bytes as a chunk of HTTP/1.1 (RFC 9112, section 7.1), or leaves them as they are.</summary>
internal static class ChunkFraming
{
    /// <summary>The chunk that ends a body.</summary>
    public static readonly byte[] Last = "0\r\n\r\n"u8.ToArray();

    /// <summary>Returns the length of a payload once it is framed.</summary>
    public static int Length(int payload, bool chunked) => chunked ? Digits(payload) + payload + 4 : payload;

    /// <summary>Frames a payload into a destination. Returns the number of bytes written.</summary>
    public static int Write(ReadOnlySpan<byte> payload, Span<byte> destination, bool chunked)
    {
        if (!chunked)
        {
            payload.CopyTo(destination);
            return payload.Length;
        }

        var at = Begin(payload.Length, destination);
        payload.CopyTo(destination[at..]);
        at += payload.Length;
        "\r\n"u8.CopyTo(destination[at..]);
        return at + 2;
    }

    public static byte[] ToFrame(ReadOnlySpan<byte> payload, bool chunked)
    {
        var framed = new byte[Length(payload.Length, chunked)];
        Write(payload, framed, chunked);
        return framed;
    }

    private static int Begin(int length, Span<byte> destination)
    {
        Utf8Formatter.TryFormat(length, destination, out var digits, 'x');
        "\r\n"u8.CopyTo(destination[digits..]);
        return digits + 2;
    }

    private static int Digits(int length) => Math.Max(1, (35 - int.LeadingZeroCount(length)) / 4);
}
