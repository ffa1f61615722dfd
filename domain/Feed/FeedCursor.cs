using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LiveFeed.Domain.Feed;

/// <summary>
/// A position in a feed: everything up to and including <see cref="Sequence"/> has been received. Written as <c>epoch.sequence.check</c>.
/// </summary>
/// <param name="Epoch">Distinguishes one log from another that replaced it.</param>
/// <param name="Sequence">0 before the first entry.</param>
/// <param name="Check">
/// The check of the entry there, by which a database is noticed that was restored to an earlier state and then took another course. Null at 0, and for
/// entries from before there were checks: such a cursor is good, but proves nothing.
/// </param>
public readonly record struct FeedCursor(string Epoch, long Sequence, string? Check = null)
{
    /// <summary>The length of a check, in characters.</summary>
    public const int CheckLength = 4;

    private const int MaxLength = 64;

    public static bool TryParse([NotNullWhen(true)] string? text, out FeedCursor cursor)
    {
        cursor = default;
        if (text is null || text.Length > MaxLength)
            return false;
        var parts = text.Split('.');
        if (parts.Length is not (2 or 3) || !IsWord(parts[0]) || (parts.Length == 3 && !(parts[2].Length == CheckLength && IsWord(parts[2]))))
            return false;
        // The parser accepts NUL behind the digits.
        if (!parts[1].All(char.IsAsciiDigit) || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            return false;
        cursor = new FeedCursor(parts[0], sequence, parts.Length == 3 ? parts[2] : null);
        return true;
    }

    public override string ToString() => Check is null
        ? string.Create(CultureInfo.InvariantCulture, $"{Epoch}.{Sequence}")
        : string.Create(CultureInfo.InvariantCulture, $"{Epoch}.{Sequence}.{Check}");

    private static bool IsWord(string text) => text.Length > 0 && text.All(char.IsAsciiLetterOrDigit);
}
