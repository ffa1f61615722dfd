using System.Globalization;
using System.Text.RegularExpressions;

namespace LiveFeed.Domain.Brackets;

/// <summary>
/// Understands labels such as "Winner of M12", "Verlierer Spiel 3", "W73", "2nd Pool B" and "1A", in English, German, French, Spanish and Italian,
/// if the match or the pool exists. What it doesn't understand stays a label. "3A/B/C/D/F" does too: which of the best thirds plays where is in a
/// table of the competition's book, not in the label.
/// </summary>
internal sealed partial class LabelReader
{
    private const string Winner = "(?:winners?|sieger|gewinner|vainqueur|gagnant|ganador|vencedor|vincente|vincitore|vincitrice)";
    private const string Loser = "(?<loser>losers?|verlierer|perdant|perdedor|perdente)";
    private const string Game = "(?:match|game|spiel|partie|begegnung|rencontre|partido|partita|gara|incontro)";
    private const string Group = "(?:pool|group|gruppe|staffel|groupe|poule|grupo|girone)";
    private const string Small = "(?:of|from|the|in|von|vom|der|des|aus|du|de|la|le|del|della|dello|dell|di|place|platz)";

    // "Gruppenerster A" is the first of group A.
    private const string Place =
        "(?:(?<number>[0-9]{1,2})(?:\\ ?(?:st|nd|rd|th|er|ere|e|eme|o|a))?"
        + "|(?<first>first|(?:gruppen)?erste[rn]?|premiere?|primer[oa]?|prim[oa])"
        + "|(?<second>runners?\\ ?up|second|(?:gruppen)?zweite[rn]?|deuxieme|segund[oa]|second[oa])"
        + "|(?<third>third|(?:gruppen)?dritte[rn]?|troisieme|tercer[oa]?|terz[oa])"
        + "|(?<fourth>fourth|(?:gruppen)?vierte[rn]?|quatrieme|cuart[oa]|quart[oa]))";

    private const RegexOptions Options = RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    private readonly LabelTargets<NumberedMatch> matches;
    private readonly LabelTargets<NamedPool> pools;

    public LabelReader(IEnumerable<NumberedMatch> matches, IEnumerable<NamedPool> pools)
    {
        this.matches = new(matches.Select(match => (MatchKey(LabelText.Fold(match.Number ?? match.Id.ToString())), match.DivisionId, match)));
        this.pools = new(pools.Select(pool => (PoolKey(LabelText.Fold(pool.Name)), pool.DivisionId, pool)));
    }

    /// <summary>Returns the source that a label names, or null.</summary>
    /// <param name="label">The label.</param>
    /// <param name="divisionId">The division of the match that has the label.</param>
    public SideSource? Read(string label, int? divisionId = null)
    {
        if (label.Length > Schedule.MaxText)
            return null;
        var text = LabelText.Fold(label);
        return ReadResult(text, divisionId) ?? ReadPlace(text, divisionId);
    }

    private SideSource? ReadResult(string text, int? divisionId)
    {
        if (Result().Match(text) is not { Success: true } result)
            return null;
        var what = result.Groups["what"].Value;
        if (matches.Find(MatchKey(what), divisionId) is { } match)
            return result.Groups["loser"].Success ? SideSource.FromLoser(match.Id) : SideSource.FromWinner(match.Id);
        return result.Groups["winner"].Success ? InPool(what, 1, divisionId) : null;
    }

    private SideSource? ReadPlace(string text, int? divisionId)
    {
        foreach (var match in new[] { PlaceBeforePool().Match(text), PoolBeforePlace().Match(text) })
        {
            if (match.Success && InPool(match.Groups["pool"].Value, PlaceOf(match.Groups), divisionId) is { } source)
                return source;
        }

        return null;
    }

    private SideSource? InPool(string pool, int place, int? divisionId) =>
        pools.Find(PoolKey(pool), divisionId) is { } found && place >= 1 && place <= found.Teams ? SideSource.FromPlace(found.Id, place) : null;

    private static int PlaceOf(GroupCollection groups) =>
        groups["number"] is { Success: true } number
            ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture)
            : Array.FindIndex(Ordinals, ordinal => groups[ordinal].Success) + 1;

    // "Match 12", "M12" and "12" are one match.
    private static string MatchKey(string text) => BeforeNumber().Replace(text, "").Replace(" ", "", StringComparison.Ordinal);

    // "Pool A", "Group A" and "A" are one pool.
    private static string PoolKey(string text) => BeforePool().Replace(text, "").Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(
        $$"""
        ^(?:
            ((?<winner>{{Winner}})|{{Loser}})\ ({{Small}}\ )*(?<what>.+)
          | (?<what>.+)\ ((?<winner>{{Winner}})|{{Loser}})
          | (w|(?<loser>l|ru))\ ?(?<what>m?[0-9]+)
        )\z
        """,
        Options)]
    private static partial Regex Result();

    [GeneratedRegex($$"""^(?: {{Place}}\ ({{Small}}\ )*(?<pool>.+) | (?<number>[0-9]{1,2})(?<pool>[a-z]) )\z""", Options)]
    private static partial Regex PlaceBeforePool();

    [GeneratedRegex($$"""^(?: (?<pool>.+)\ {{Place}} | (?<pool>[a-z])(?<number>[0-9]{1,2}) )\z""", Options)]
    private static partial Regex PoolBeforePlace();

    [GeneratedRegex($$"""^({{Game}}\ )?((no|nr)\ )?(m\ ?(?=[0-9]+\z))?""", Options)]
    private static partial Regex BeforeNumber();

    [GeneratedRegex($$"""^{{Group}}\ """, Options)]
    private static partial Regex BeforePool();
}
