using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>Splits a column with both teams: "Blue - Red", "Blue vs. Red", "Blau gegen Rot".</summary>
internal static partial class TeamPair
{
    /// <summary>Returns false unless there is one way to split the text. "A - B - C" has two.</summary>
    public static bool TrySplit(string text, out string team1, out string team2)
    {
        (team1, team2) = ("", "");
        // Names of clubs have hyphens between blanks, but hardly a "vs".
        if (text.Length > (2 * Schedule.MaxText) + 10 || !(TrySplit(Words().Split(text), out team1, out team2) || TrySplit(Dashes().Split(text), out team1, out team2) || TrySplit(LongDashes().Split(text), out team1, out team2)))
            return false;
        return true;
    }

    private static bool TrySplit(string[] parts, out string team1, out string team2)
    {
        (team1, team2) = parts is [var first, var second] ? (first.Trim(), second.Trim()) : ("", "");
        return team1.Length > 0 && team2.Length > 0;
    }

    [GeneratedRegex(@"\s+(?:vs?\.?|versus|gegen|contre|contra|contro)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\s+(?:-|–|—|:|x)\s+")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"\s*[–—]\s*")]
    private static partial Regex LongDashes();
}
