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
    public static Figures Of(ScoreView score, EventView of)
    {
        var sets = score.Sets;
        if (sets.Count == 0)
            return new Figures("", score.Outcome is null ? default(SetScore) : null, null, []);
        var named = sets.Select((set, index) => (Name(index, of.Format), Pair(set))).ToList();
        List<(string, HtmlText)> decider = score.Decider is { } played ? [(Title(played.Kind), Pair(new SetScore(played.Team1, played.Team2)))] : [];
        if (score.Points is { } game && HasBegun(score.Status))
            decider.Add(("Game", HtmlText.Of($"{game.Team1}&ndash;{game.Team2}")));
        var isBySets = of.Format.Kind is FormatKind.Sets or FormatKind.Games;
        // A shoot-out that was recorded as a second period, before there were deciders.
        if (of is { Sport: "football", Format.Periods: 1 })
            return new Figures("", sets[0], null, [.. sets.Skip(1).Select(penalties => (Title(DeciderKind.ShootOut), Pair(penalties))), .. decider]);
        if (of.Format.BestOf == 1 || (sets.Count == 1 && !isBySets))
            return new Figures("", sets[^1], null, decider);
        if (!isBySets)
            return new Figures("", new SetScore(sets.Sum(set => set.Team1), sets.Sum(set => set.Team2)), null, [.. named, .. decider]);
        var period = PeriodName(of.Sport);
        return HasBegun(score.Status)
            ? new Figures($"{period} {sets.Count}", sets[^1], score.SetsWon, [.. named[..^1], .. decider])
            : new Figures($"{period}s", new SetScore(score.SetsWon.Team1, score.SetsWon.Team2), null, [.. named, .. decider]);
    }

    private static bool HasBegun(MatchStatus status) => status is MatchStatus.InProgress or MatchStatus.Suspended;

    private static string PeriodName(string sport) => Sports.Find(sport)?.Period == "game" ? "Game" : "Set";

    // An inning more has no other name.
    private static string Name(int index, MatchFormat format) =>
        format is { Kind: FormatKind.Sum, Periods: { } regular and < 7 } && index >= regular ? index == regular ? "OT" : $"OT{index - regular + 1}" : $"{index + 1}";

    /// <summary>The points of a set, and the loser's points of its tie-break.</summary>
    private static HtmlText Pair(SetScore set) => set.TieBreak is { } points
        ? HtmlText.Of($"{set.Team1}&ndash;{set.Team2}({Math.Min(points.Team1, points.Team2)})")
        : HtmlText.Of($"{set.Team1}&ndash;{set.Team2}");

    private static string Title(DeciderKind kind) => kind switch
    {
        DeciderKind.ShootOut => "Penalties",
        DeciderKind.GoldenSet => "Golden set",
        _ => "Match tie-break",
    };
}
