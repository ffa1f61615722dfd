using System.Security.Cryptography;

namespace LiveFeed.Infrastructure.Feed;

internal static class Epochs
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Creates a new log's name: 40 random bits, so that no two logs of one event share it.</summary>
    public static string Create() => RandomNumberGenerator.GetString(Alphabet, 8);
}
