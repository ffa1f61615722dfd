using System.Text;

namespace LiveFeed.Infrastructure.Sessions;

/// <summary>The key with which access tokens are signed, and the former keys, which are still believed.</summary>
public sealed class SigningKey
{
    public const int MinBytes = 32;

    public SigningKey(string text, params IEnumerable<string> previous)
    {
        Bytes = Read(text);
        Believed = [Bytes, .. previous.Select(Read)];
    }

    internal byte[] Bytes { get; }

    /// <summary>The key itself, then the former ones.</summary>
    internal IReadOnlyList<byte[]> Believed { get; }

    internal static bool IsLongEnough(string text) => Encoding.UTF8.GetByteCount(text) >= MinBytes;

    private static byte[] Read(string text) => IsLongEnough(text)
        ? Encoding.UTF8.GetBytes(text)
        : throw new ArgumentException($"LiveFeed:Jwt:SigningKey needs at least {MinBytes} bytes (256 bits). Make one with: openssl rand -base64 48", nameof(text));
}
