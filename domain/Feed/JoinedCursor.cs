using System.Security.Cryptography;
using System.Text;

namespace LiveFeed.Domain.Feed;

/// <summary>
/// The cursors of several topics, joined: <c>tag:cursor~tag:cursor</c>, in any order. A topic's tag is <see cref="TagOf"/> its path, so that the
/// cursor stays short, and good for a stream of other topics.
/// </summary>
public sealed class JoinedCursor
{
    /// <summary>The maximum length, in characters: it has to fit into a header or a query.</summary>
    public const int MaxLength = 1_500;

    private const int TagLength = 6;

    // No topic's cursor is like this.
    private const string Unreadable = "~";

    // RFC 4648, section 6, in lower case.
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    // Null if it couldn't be read.
    private readonly Dictionary<string, string>? cursors;

    private JoinedCursor(Dictionary<string, string>? cursors) => this.cursors = cursors;

    /// <summary>Returns a topic's tag: the first six characters of the SHA-256 of its path in base 32.</summary>
    public static string TagOf(string topic)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(topic));
        // Six characters of five bits.
        var bits = (hash[0] << 24) | (hash[1] << 16) | (hash[2] << 8) | hash[3];
        return string.Concat(Enumerable.Range(1, TagLength).Select(i => Base32[(bits >> (32 - (5 * i))) & 31]));
    }

    /// <summary>
    /// Reads a joined cursor, as a client sends it. Whether each topic's cursor is one is not examined. If it is empty, no topic has one; if it can't be read, each has one
    /// that is none, and so is reset.
    /// </summary>
    public static JoinedCursor Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return new JoinedCursor([]);
        var cursors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (text.Length > MaxLength)
            return new JoinedCursor(null);
        foreach (var part in text.Split('~'))
        {
            if (part.Length <= TagLength || part[TagLength] != ':' || part.AsSpan(0, TagLength).IndexOfAnyExcept(Base32) >= 0 || !cursors.TryAdd(part[..TagLength], part[(TagLength + 1)..]))
                return new JoinedCursor(null);
        }

        return new JoinedCursor(cursors);
    }

    /// <summary>Returns the joined cursor of several topics, sorted by tag.</summary>
    public static string Join(IEnumerable<(string Tag, FeedCursor Cursor)> topics) =>
        string.Join('~', topics.Select(topic => $"{topic.Tag}:{topic.Cursor}").Order(StringComparer.Ordinal));

    /// <summary>Returns the cursor of a topic, by its tag; null if it has none.</summary>
    public string? Find(string tag) => cursors is null ? Unreadable : cursors.GetValueOrDefault(tag);
}
