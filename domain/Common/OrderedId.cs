using System.Security.Cryptography;

namespace LiveFeed.Domain;

/// <summary>
/// Makes ids whose order, as texts, is the order in which this process made them, also within a millisecond: version 7 of RFC 9562, with a counter after the time
/// (section 6.2, method 1). Those of several instances are in the order of their clocks.
/// </summary>
internal static class OrderedId
{
    private static int last = RandomNumberGenerator.GetInt32(1 << 20);

    /// <summary>Returns an id of 32 characters: lower-case hexadecimal digits.</summary>
    public static string Create(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(now).TryWriteBytes(bytes, bigEndian: true, out _);
        // 32 bits, around the version's four and the variant's two.
        var count = (uint)Interlocked.Increment(ref last);
        (bytes[6], bytes[7]) = ((byte)(0x70 | (count >> 28)), (byte)(count >> 20));
        (bytes[8], bytes[9]) = ((byte)(0x80 | ((count >> 14) & 0x3F)), (byte)(count >> 6));
        bytes[10] = (byte)((count << 2) | (bytes[10] & 3u));
        return Convert.ToHexStringLower(bytes);
    }
}
