using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LiveFeed.Infrastructure.Sessions;

/// <summary>Signs by HMAC-SHA-256, with keys that are derived from the signing key and the former ones: <c>user.expiry.signature</c>.</summary>
internal sealed class PasswordResetTokens(SigningKey key) : IPasswordResetTokens
{
    private readonly IReadOnlyList<byte[]> keys =
        [.. key.Believed.Select(bytes => HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, 32, info: "livefeed password reset"u8.ToArray()))];

    public string Create(UserId userId, string passwordHash, DateTimeOffset expiresAt)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{userId}.{expiresAt.ToUnixTimeSeconds()}");
        return $"{signed}.{Sign(keys[0], signed, passwordHash)}";
    }

    public UserId? FindUser(string token, DateTimeOffset now) =>
        token.Split('.') is [var user, var expiry, _]
            && UserId.TryParse(user, out var userId)
            && long.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && now.ToUnixTimeSeconds() < seconds
            ? userId
            : null;

    public bool IsGenuine(string token, string passwordHash)
    {
        var end = token.LastIndexOf('.');
        var (signed, signature) = (token[..end], Encoding.UTF8.GetBytes(token[(end + 1)..]));
        return keys.Any(key => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(key, signed, passwordHash)), signature));
    }

    // What is signed has no blank, so no two pairs make the same text.
    private static string Sign(byte[] key, string signed, string passwordHash) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{signed} {passwordHash}")));
}
