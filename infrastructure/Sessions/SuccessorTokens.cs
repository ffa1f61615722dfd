using System.Security.Cryptography;
using System.Text;

namespace LiveFeed.Infrastructure.Sessions;

/// <summary>Derives refresh tokens by HMAC-SHA-256, with keys that are derived from the signing key and the former ones.</summary>
internal sealed class SuccessorTokens(SigningKey key) : ISuccessorTokens
{
    // Keys of their own: what signs access tokens never hashes what clients choose.
    private readonly IReadOnlyList<byte[]> keys =
        [.. key.Believed.Select(bytes => HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, 32, info: "livefeed refresh token"u8.ToArray()))];

    public string Derive(string token, string familyId) => Derive(keys[0], token, familyId);

    public IEnumerable<string> DeriveAll(string token, string familyId) => keys.Select(key => Derive(key, token, familyId));

    // A family id has always the same length, so no two pairs make the same text.
    private static string Derive(byte[] key, string token, string familyId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(familyId + token)));
}
