using System.Globalization;
using System.Text;

namespace LiveFeed.Domain;

/// <summary>
/// Names that are shown to others. What can't be seen is removed, so that no two names look the same because of it, none looks like nothing,
/// and none turns the text around it.
/// </summary>
public static class DisplayText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int BlackFlag = 0x1F3F4;

    /// <summary>Returns whether something to show, without line breaks and at most so long, is left of the text.</summary>
    public static bool IsValid(string text, int maxLength) =>
        text.Length <= maxLength && !text.EnumerateRunes().Any(IsLineBreakOrControl) && Clean(text) is { Length: > 0 } clean && clean.Length <= maxLength;

    /// <summary>Returns the text in the composed form (NFC), trimmed, without invisible characters.</summary>
    public static string Clean(string text)
    {
        var runes = text.EnumerateRunes().ToList();
        var kept = new StringBuilder(text.Length);
        Rune? last = null;
        for (var i = 0; i < runes.Count; i++)
        {
            var rune = runes[i];
            if (IsInvisible(rune) && !Joins(last, rune, i + 1 < runes.Count ? runes[i + 1] : null) && !IsFlagTag(last, rune))
                continue;
            kept.Append(rune);
            last = rune;
        }

        return kept.ToString().Normalize().Trim();
    }

    /// <summary>Returns whether the character shows nothing, or changes the direction of what is around it.</summary>
    public static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate
        || IsLineBreakOrControl(rune)
        // Blanks of the categories letter, symbol and mark: Hangul fillers, the empty braille pattern, the grapheme joiner.
        || rune.Value is 0x3164 or 0x115F or 0x1160 or 0x2800 or 0xFFA0 or 0x034F;

    private static bool IsLineBreakOrControl(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Returns whether a joiner stands where scripts and emoji need it: between letters, or between parts of one emoji.</summary>
    private static bool Joins(Rune? before, Rune rune, Rune? after) =>
        rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner && before is { } left && after is { } right
        && ((IsLetter(left) && IsLetter(right)) || (rune.Value == ZeroWidthJoiner && IsEmojiPart(left) && IsEmojiPart(right)));

    // Marks belong to the letter before them: vowel signs and the virama of Indic scripts, the variation selector of an emoji.
    private static bool IsLetter(Rune rune) => !IsInvisible(rune) && (Rune.IsLetter(rune) || IsMark(rune));

    private static bool IsEmojiPart(Rune rune) =>
        IsMark(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // The flags of England, Scotland and Wales are a black flag and tags.
    private static bool IsFlagTag(Rune? before, Rune rune) => IsTag(rune.Value) && before is { } left && (left.Value == BlackFlag || IsTag(left.Value));

    private static bool IsTag(int value) => value is >= 0xE0020 and <= 0xE007F;
}
