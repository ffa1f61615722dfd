namespace LiveFeed.Api.Pages.Plain;

/// <summary>
/// The numbers of a score, ordered by their importance to a spectator. js/display/score-summary.js decides the same for browsers with JavaScript.
/// </summary>
/// <param name="Label">What the large number counts, such as <c>Set 2</c>.</param>
/// <param name="Large">The number that people look for first: the points of the set in play, or the number that decides. Null for a walkover, which has none.</param>
/// <param name="Won">Sets won, if the large number isn't that already; null if there are none.</param>
/// <param name="Others">The other periods, each with its label.</param>
internal sealed record Figures(string Label, SetScore? Large, SetsWonView? Won, IReadOnlyList<(string Label, HtmlText Points)> Others)
{
    // As many as js/shared/score-columns.js has beside the first.
    private const int MaxOthers = 5;

    public static Figures Of(ScoreView stored, EventView of, MatchView match)
    {
        var format = match.Format ?? of.Format;
        var score = SecondPeriod.AsShootOut(stored, format);
        var sets = score.Sets;
        List<(string Label, SetScore Points)> parts = [.. sets.Select((set, index) => (Name(index, format, of.Sport), set))];
        if (score.Decider is { } played)
            parts.Add((Title(played.Kind), new SetScore(played.Team1, played.Team2)));
        if (parts.Count == 0)
            return new Figures("", score.Outcome is null ? default(SetScore) : null, null, []);

        var isBySets = sets.Count > 0 && format is { Kind: FormatKind.Sets or FormatKind.Games, BestOf: not 1 };
        var large = isBySets ? new SetScore(score.SetsWon.Team1, score.SetsWon.Team2)
            : sets.Count > 1 ? new SetScore(sets.Sum(set => set.Team1), sets.Sum(set => set.Team2))
            : parts[0].Points;
        var others = parts.Skip(isBySets || sets.Count > 1 ? 0 : 1).TakeLast(MaxOthers).ToList();
        var period = PeriodName(of.Sport);
        if (!isBySets || !HasBegun(score.Status))
            return new Figures(isBySets ? $"{period}s" : "", large, null, [.. others.Select(Pair), .. Game(score, format)]);
        var label = score.Decider is null ? $"{period} {sets.Count}" : others[^1].Label;
        return new Figures(label, others[^1].Points, score.SetsWon, [.. others[..^1].Select(Pair), .. Game(score, format)]);
    }

    private static IEnumerable<(string Label, HtmlText Points)> Game(ScoreView score, MatchFormat format) =>
        score.Points is { } game && HasBegun(score.Status) ? [(TieBreaks.IsInTieBreak(score.Sets, format) ? "Tie-break" : "Game", HtmlText.Of($"{game.Team1}&ndash;{game.Team2}"))] : [];

    private static bool HasBegun(MatchStatus status) => status is MatchStatus.InProgress or MatchStatus.Suspended;

    private static string PeriodName(string sport) => Sports.Find(sport)?.Period == "game" ? "Game" : "Set";

    // An inning more has no other name.
    private static string Name(int index, MatchFormat format, string sport) =>
        format is { Kind: FormatKind.Sum, Periods: { } regular } && index >= regular && Sports.Find(sport)?.Period != "inning"
            ? index == regular ? "OT" : $"OT{index - regular + 1}"
            : $"{index + 1}";

    /// <summary>The points of a set, and the loser's points of its tie-break.</summary>
    private static (string Label, HtmlText Points) Pair((string Label, SetScore Points) part) => (part.Label, part.Points.TieBreak is { } points
        ? HtmlText.Of($"{part.Points.Team1}&ndash;{part.Points.Team2}({Math.Min(points.Team1, points.Team2)})")
        : HtmlText.Of($"{part.Points.Team1}&ndash;{part.Points.Team2}"));

    private static string Title(DeciderKind kind) => kind switch
    {
        DeciderKind.ShootOut => "Penalties",
        DeciderKind.GoldenSet => "Golden set",
        _ => "Match tie-break",
    };
}
