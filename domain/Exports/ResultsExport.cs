using System.Text.Json;

namespace LiveFeed.Domain.Exports;

/// <summary>
/// Matches with their results as a table: the columns of <see cref="ScheduleExport"/>, then the status, the winner's name, how the match ended if not by play, the sets won or else the
/// total of all periods, what decided the match apart from them, and the numbers of both teams in each set. Each pair of numbers has two columns, because spreadsheets take "3-2" for a date.
/// </summary>
public static class ResultsExport
{
    /// <param name="matches">The matches, in the order of the rows.</param>
    /// <param name="pools">The name of each pool by its id.</param>
    /// <param name="scores">Their scores, as far as they have one.</param>
    /// <param name="liveEvent">The event, in whose format and time zone they are.</param>
    public static ExportTable Create(
        IReadOnlyList<MatchView> matches, IReadOnlyDictionary<string, string> pools, IReadOnlyDictionary<MatchId, ScoreView> scores, EventView liveEvent)
    {
        var results = matches.Select(match => ExportedResult.From(match, scores.GetValueOrDefault(match.Id), liveEvent)).ToList();
        var schedule = ScheduleExport.Create(matches, pools, liveEvent);
        var sets = results.Max(result => result?.Score.Sets.Count) ?? 0;
        return new ExportTable(
            "Results",
            [
                .. schedule.Headings, "status", "winner", "outcome", "setsWon1", "setsWon2", "total1", "total2", "decider1", "decider2",
                .. Enumerable.Range(1, sets).SelectMany(set => new[] { FormattableString.Invariant($"set{set}Team1"), FormattableString.Invariant($"set{set}Team2") }),
            ],
            [.. matches.Zip(schedule.Rows, results).Select(row => (IReadOnlyList<object?>)[.. row.Second, .. Result(row.First, row.Third), .. Sets(row.Third)])]);

        static string Word<T>(T value)
            where T : Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

        IEnumerable<object?> Sets(ExportedResult? result) =>
            Enumerable.Range(0, sets).SelectMany(set => result?.Score.Sets is { } played && set < played.Count ? new object?[] { played[set].Team1, played[set].Team2 } : [null, null]);

        static IEnumerable<object?> Result(MatchView match, ExportedResult? result) =>
        [
            Word(result?.Score.Status ?? MatchStatus.Scheduled), result?.Winner(match), result?.Score.Outcome is { } outcome ? Word(outcome.Kind) : null,
            result?.SetsWon?.Team1, result?.SetsWon?.Team2, result?.Total?.Team1, result?.Total?.Team2, result?.Score.Decider?.Team1, result?.Score.Decider?.Team2,
        ];
    }
}
