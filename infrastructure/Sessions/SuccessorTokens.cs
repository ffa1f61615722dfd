using System.Security.Cryptography;
using System.Text;

namespace LiveFeed.Infrastructure.Sessions;

/// <summary>Derives refresh tokens by HMAC-SHA-256, with a key that is derived from the signing key.</summary>
internal sealed class SuccessorTokens(SigningKey key) : ISuccessorTokens
{
    // A key of its own: what signs access tokens never hashes what clients choose.
    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, 32, info: "livefeed refresh token"u8.ToArray());

    // A family id has always the same length, so no two pairs make the same text.
    public string Derive(string token, string familyId) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(familyId + token)));
}
