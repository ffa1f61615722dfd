using System.Security.Cryptography;

namespace LiveFeed.Infrastructure.Feed;

internal static class EntryChecks
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>
    /// Creates an entry's check: random characters that distinguish it from another entry with its sequence, which a database that was
    /// restored to an earlier state and then took another course has in its place.
    /// </summary>
    public static string Create() => RandomNumberGenerator.GetString(Alphabet, FeedCursor.CheckLength);
}
