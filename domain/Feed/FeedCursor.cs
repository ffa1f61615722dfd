using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LiveFeed.Domain.Feed;

/// <summary>
/// A position in a feed: everything up to and including <see cref="Sequence"/> has been received. Written as <c>epoch.sequence</c>.
/// </summary>
/// <param name="Epoch">Distinguishes one log from another that replaced it.</param>
/// <param name="Sequence">0 before the first entry.</param>
public readonly record struct FeedCursor(string Epoch, long Sequence)
{
    private const int MaxLength = 64;

    public static bool TryParse([NotNullWhen(true)] string? text, out FeedCursor cursor)
    {
        cursor = default;
        if (text is null || text.Length > MaxLength)
            return false;
        var dot = text.IndexOf('.');
        if (dot <= 0 || !text.AsSpan(0, dot).ContainsOnlyLettersAndDigits())
            return false;
        if (!long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            return false;
        cursor = new FeedCursor(text[..dot], sequence);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}.{Sequence}");
}

internal static class Spans
{
    public static bool ContainsOnlyLettersAndDigits(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return false;
        }

        return true;
    }
}
