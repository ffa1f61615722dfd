using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Distinguishes names of teams from placeholders for teams that are not known yet.</summary>
internal static partial class TeamText
{
    /// <summary>
    /// Returns true for "Winner of Match 3", "1st Pool A", "Seed 3", "TBD" and similar texts. An ordinal or "Winner" alone is not enough:
    /// clubs have names like "3rd Coast".
    /// </summary>
    public static bool IsPlaceholder(string text) => Placeholder().IsMatch(text);

    [GeneratedRegex(
        """
        ^(?:
            (?:winner|loser|runner-?up)\s+(?:(?:of|from|match|pool|group|bracket|court|game)\b|[a-z]{0,2}[0-9]+\b)
          | [0-9]+(?:st|nd|rd|th)\s+(?:(?:place|in|of|from|pool|group|bracket|round|seed)\b|(?:[a-z][0-9]+)+\b|[a-z]\z)
          | (?:seed|rank)\s*\#?[0-9]+\b
          | [wl][0-9]+\z
          | (?:tbd|tba|bye|to\s+be\s+(?:determined|announced|decided))\z
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
