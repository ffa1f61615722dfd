using System.Security.Cryptography;
using System.Text;

namespace LiveFeed.Domain.Access;

/// <summary>Random secrets, of which the database keeps only a hash.</summary>
internal static class Secrets
{
    /// <summary>256 random bits, safe in URLs and cookies.</summary>
    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>A plain hash is enough for a secret that nobody can guess.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
