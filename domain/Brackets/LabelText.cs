using System.Globalization;
using System.Text;

namespace LiveFeed.Domain.Brackets;

/// <summary>Labels are compared without case, accents and punctuation: "1. GRUPPE Ä" is "1 gruppe a".</summary>
internal static class LabelText
{
    /// <summary>Returns the words of a text, in lower case, with single blanks between them.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in DisplayText.Clean(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                folded.Append(Rune.ToLowerInvariant(rune));
            // An accent belongs to the letter before it.
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
                folded.Append(' ');
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
