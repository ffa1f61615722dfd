using System.Buffers.Binary;
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
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (count >> 20)));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], (ushort)(0x8000 | ((count >> 6) & 0x3FFF)));
        bytes[10] = (byte)((count << 2) | (bytes[10] & 3u));
        return Convert.ToHexStringLower(bytes);
    }
}
