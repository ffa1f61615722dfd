using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>
/// Distinguishes the teams of a football file from placeholders: "W73", "2A", "3A/B/C/D/F", "Group A winners", "UEFA Path A winner", "N.N.".
/// </summary>
internal static partial class FootballSides
{
    public static bool IsPlaceholder(string text) => TeamText.IsPlaceholder(text) || Placeholder().IsMatch(text);

    // A digit or "Winner" alone is not enough: there are "1. FC Köln", "B36" and "Winners FC".
    [GeneratedRegex(
        """
        ^(?:
            [1-4][a-z](?:/[a-z])*
          | [a-l][1-4]
          | (?:winners?|losers?|runners?-?\s?up|first|second|third|fourth)
            (?:\s+(?:of|from|in))?(?:\s+the)?(?:\s+place)?\s+(?:group|pool|path|match|quarter-?\s?finals?|semi-?\s?finals?|play-?\s?offs?)\b.*
          | (?:winners?|losers?|runners?-?\s?up)\s+[a-z]
          | (?:.*\s)?(?:group|pool|path|pathway|match|quarter-?\s?finals?|semi-?\s?finals?)\s+[a-z0-9]+\s+(?:winners?|losers?|runners?-?\s?up)
          | .*play-?\s?offs?\s+(?:winners?|losers?)(?:\s+[a-z0-9]+)?
          | best\s+(?:third|3rd|runners?-?\s?up)\b.*
          | n\.\s?n\.?
          | tbc
          | [?–-]+
        )\z
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
