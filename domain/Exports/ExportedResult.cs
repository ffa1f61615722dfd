namespace LiveFeed.Domain.Exports;

/// <summary>A score with the numbers that decide the match in its format.</summary>
/// <param name="Score">The score.</param>
/// <param name="SetsWon">The sets won; null if the match isn't won by them, or none was played.</param>
/// <param name="Total">The sum of all periods; null if the match is won by sets, or none was played.</param>
internal sealed record ExportedResult(ScoreView Score, SetsWonView? SetsWon, SetScore? Total)
{
    /// <summary>Returns the result; null if there is no score.</summary>
    /// <param name="match">The match.</param>
    /// <param name="stored">Its score.</param>
    /// <param name="liveEvent">The event, in whose format it is played if it has none of its own.</param>
    public static ExportedResult? From(MatchView match, ScoreView? stored, EventView liveEvent)
    {
        if (stored is null)
            return null;
        var format = match.Format ?? liveEvent.Format;
        var score = SecondPeriod.AsShootOut(stored, format);
        if (score.Sets.Count == 0)
            return new ExportedResult(score, null, null);
        return format.Kind is FormatKind.Sets or FormatKind.Games || format.Winner is WinnerBy.Periods
            ? new ExportedResult(score, score.SetsWon, null)
            : new ExportedResult(score, null, new SetScore(score.Sets.Sum(period => period.Team1), score.Sets.Sum(period => period.Team2)));
    }

    /// <summary>Returns the name of the side that has won; null if none has.</summary>
    public string? Winner(MatchView match) => Score.Winner switch { 1 => match.Side1, 2 => match.Side2, _ => null };
}
