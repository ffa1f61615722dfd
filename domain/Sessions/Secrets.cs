using System.Security.Cryptography;
using System.Text;

namespace LiveFeed.Domain.Sessions;

/// <summary>Creates and hashes random secrets. The database stores only the hash.</summary>
internal static class Secrets
{
    /// <summary>Creates a secret of 256 random bits, safe in URLs and cookies.</summary>
    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>Hashes a secret. A plain hash is enough, because nobody can guess the secret.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
