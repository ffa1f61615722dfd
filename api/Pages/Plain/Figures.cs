namespace LiveFeed.Api.Pages.Plain;

/// <summary>
/// The numbers of a score, ordered by their importance to a spectator. js/display/score-summary.js decides the same for browsers with JavaScript.
/// </summary>
/// <param name="Label">What the large number counts, such as <c>Set 2</c>.</param>
/// <param name="Large">The number that people look for first: the points of the set in play, or the number that decides.</param>
/// <param name="Won">Sets won, if the large number isn't that already; null if there are none.</param>
/// <param name="Others">The other periods, each with its label.</param>
internal sealed record Figures(string Label, SetScore Large, SetsWonView? Won, IReadOnlyList<(string Label, SetScore Points)> Others)
{
    public static Figures Of(ScoreView score, EventView of)
    {
        var sets = score.Sets;
        if (sets.Count == 0)
            return new Figures("", default, null, []);
        var named = sets.Select((set, index) => ($"{index + 1}", set)).ToList();
        List<(string, SetScore)> decider = score.Decider is { } played ? [(Title(played.Kind), new SetScore(played.Team1, played.Team2))] : [];
        var isBySets = of.Format.Kind is FormatKind.Sets or FormatKind.Games;
        // A shoot-out that was recorded as a second period, before there were deciders.
        if (of is { Sport: "football", Format.Periods: 1 })
            return new Figures("", sets[0], null, [.. sets.Skip(1).Select(penalties => (Title(DeciderKind.ShootOut), penalties)), .. decider]);
        if (of.Format.BestOf == 1 || (sets.Count == 1 && !isBySets))
            return new Figures("", sets[^1], null, decider);
        if (!isBySets)
            return new Figures("", new SetScore(sets.Sum(set => set.Team1), sets.Sum(set => set.Team2)), null, [.. named, .. decider]);
        return score.Status == MatchStatus.InProgress
            ? new Figures($"Set {sets.Count}", sets[^1], score.SetsWon, [.. named[..^1], .. decider])
            : new Figures("Sets", new SetScore(score.SetsWon.Team1, score.SetsWon.Team2), null, [.. named, .. decider]);
    }

    private static string Title(DeciderKind kind) => kind switch
    {
        DeciderKind.ShootOut => "Penalties",
        DeciderKind.GoldenSet => "Golden set",
        _ => "Match tie-break",
    };
}
