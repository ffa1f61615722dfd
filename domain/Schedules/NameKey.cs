using System.Text;

namespace LiveFeed.Domain.Schedules;

/// <summary>
/// What names are compared by: composed (NFC), in one case, with single blanks. "blue  team" and "Blue Team" are one team.
/// </summary>
public static class NameKey
{
    // Unicode's block "Combining Diacritical Marks".
    private const char FirstAccent = '\u0300', LastAccent = '\u036F';

    public static string Of(string name) => string.Join(' ', DisplayText.Clean(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    /// <summary>Returns the key without the accents of Latin, Greek and Cyrillic letters: "Malmö" and "MALMO" are one team. Other scripts' marks are letters, and stay.</summary>
    public static string WithoutAccents(string name) =>
        string.Concat(Of(name).Normalize(NormalizationForm.FormD).Where(character => character is < FirstAccent or > LastAccent)).Normalize(NormalizationForm.FormC);

    /// <summary>Returns the letters and digits alone, without accents: names with the same ones look alike.</summary>
    public static string Skeleton(string name)
    {
        var skeleton = new StringBuilder(name.Length);
        foreach (var rune in name.ToUpperInvariant().Replace("Ä", "AE", StringComparison.Ordinal).Replace("Ö", "OE", StringComparison.Ordinal)
            .Replace("Ü", "UE", StringComparison.Ordinal).Replace("ß", "SS", StringComparison.Ordinal).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                skeleton.Append(rune);
        }

        return skeleton.ToString();
    }
}
