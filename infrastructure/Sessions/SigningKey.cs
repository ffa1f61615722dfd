using System.Text;

namespace LiveFeed.Infrastructure.Sessions;

/// <summary>The key with which access tokens are signed.</summary>
public sealed class SigningKey
{
    public const int MinBytes = 32;

    public SigningKey(string text)
    {
        Bytes = Encoding.UTF8.GetBytes(text);
        if (Bytes.Length < MinBytes)
            throw new ArgumentException($"LiveFeed:Jwt:SigningKey needs at least {MinBytes} bytes (256 bits). Make one with: openssl rand -base64 48", nameof(text));
    }

    internal byte[] Bytes { get; }
}
