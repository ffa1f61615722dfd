using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Distinguishes names of teams from placeholders for teams that are not known yet.</summary>
internal static partial class TeamText
{
    /// <summary>
    /// Returns true for "Winner of Match 3", "1st Pool A", "1A", "Sieger Spiel 12", "Seed 3", "TBD" and similar texts in English, German, French,
    /// Spanish and Italian. An ordinal or "Winner" alone is not enough: clubs have names like "3rd Coast".
    /// </summary>
    public static bool IsPlaceholder(string text) => text.Length <= Schedule.MaxText && Placeholder().IsMatch(text);

    // Words for a match, and for a group or a place in it. Each repetition below needs a character of its own, so that no text takes long.
    private const string Game =
        "(?:match|game|spiel|partie|begegnung|rencontre|partido|partita|gara|semi-?finals?|semifinale|quarter-?finals?|halbfinale|viertelfinale|achtelfinale"
        + "|demi-finale|quarts?(?:\\s+de\\s+finale)?|huiti[eè]me|cuartos|octavos|quarti?|ottavi?|round|runde|court|bracket)";

    private const string Group = "(?:pool|group|gruppe|staffel|groupe|poule|grupo|girone)";
    private const string Small = "(?:of|from|the|in|von|vom|der|des|aus|du|de|la|le|del|della|dello|di)";
    private const string Reference = "\\#?[a-z]{0,3}[0-9]+(?:[a-z]{1,3}[0-9]+)*\\b";

    [GeneratedRegex(
        $$"""
        ^(?:
            (?:winner|loser|runners?-?\s?up|sieger|gewinner|verlierer|vainqueur|gagnant|perdant|ganador|perdedor|vincente|vincitore|perdente)\s+
                (?:{{Small}}\s+)*(?:{{Game}}\b|{{Group}}\b|{{Reference}})
          | (?:winner|loser|runner-?up)\s+(?:of|from)\b
          | {{Group}}\s+[a-z0-9]{1,3},?\s+(?:winners?|losers?|runners?-?\s?up|sieger|erster?|zweiter?|\#?[0-9]{1,2}(?:st|nd|rd|th|\.)?)\z
          | {{Game}}\s+[a-z0-9]{1,4},?\s+(?:winners?|losers?|sieger|verlierer)\z
          | (?:[a-z]{1,2}[0-9]{1,3})+\s+[0-9]{1,2}(?:st|nd|rd|th)\z
          | [0-9]+(?:st|nd|rd|th)\s+(?:(?:place|in|of|from|pool|group|bracket|round|seed)\b|(?:[a-z][0-9]+)+\b|[a-z]\z)
          | [0-9]{1,2}(?:\.|er|[eè]re|e|[eè]me|o|a|º|ª|°)\s*(?:{{Small}}\s+)*(?:{{Group}}|platz|vorrunde|tabelle)\b
          | (?:first|second|third|fourth|(?:gruppen)?(?:erster?|zweiter?|dritter?|vierter?)|premi[eè]re?|deuxi[eè]me|troisi[eè]me|primero?|segundo|tercero?|cuarto|prim[ao]|second[ao]|terz[ao])
                \s+(?:{{Small}}\s+)*{{Group}}\b
          | (?:[0-9](?:st|nd|rd|th|\.)\s+)?(?:best|bester?|meilleure?|mejor|migliore?)\s+
                (?:[0-9](?:st|nd|rd|th|e|\.)|second|third|fourth|runner-?up|(?:gruppen)?(?:zweiter?|dritter?|vierter?)|deuxi[eè]me|troisi[eè]me|segundo|tercero|second[ao]|terz[ao])(?:\s|\z)
          | (?:seed|rank|setzplatz)\s*\#?[0-9]+\b
          | (?:finalist[ae]?|qualifier|qualifikant|qualifi[eé]e?|lucky\s+loser|wild\s?card|alternate|bye|freilos)(?:\s*\#?[0-9]{1,3})?\z
          | (?:winners?|losers?|runners?-?\s?up|first|second|third|fourth)(?:\s+(?:of|from|in))?(?:\s+the)?(?:\s+place)?
                \s+(?:group|pool|path|match|quarter-?\s?finals?|semi-?\s?finals?|play-?\s?offs?)\b
          | (?:winners?|losers?|runners?-?\s?up)\s+[a-z]\z
          | (?:.*\s)?(?:group|pool|path|pathway|match|quarter-?\s?finals?|semi-?\s?finals?)\s+[a-z0-9]+\s+(?:winners?|losers?|runners?-?\s?up)\z
          | .*play-?\s?offs?\s+(?:winners?|losers?)(?:\s+[a-z0-9]+)?\z
          | best\s+(?:third|3rd|runners?-?\s?up)\b
          | (?:[wlq]|ru)[0-9]+\z
          | [1-4][a-l](?:/[1-4]?[a-l])*\z
          | [a-l][1-9]\z
          | (?:tb[acd]|to\s+be\s+(?:determined|announced|decided|confirmed)|n\.?\s?n\.?|\?+|[-–—]+|spielfrei|(?:noch\s+)?offen|unbekannt|exempt
                |[aà]\s+d[eé]terminer|[aà]\s+d[eé]finir|(?:a|por)\s+(?:determinar|definir|confirmar)|da\s+(?:determinare|definire)|descansa|riposo)\z
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
