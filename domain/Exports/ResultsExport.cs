using System.Text.Json;

namespace LiveFeed.Domain.Exports;

/// <summary>
/// Matches with their results as a table: the columns of <see cref="ScheduleExport"/>, then the status, the winner's name, how the match ended if not by play, and the numbers of both teams in
/// each set. A set has two columns, because spreadsheets take "3-2" for a date.
/// </summary>
public static class ResultsExport
{
    /// <param name="matches">The matches, in the order of the rows.</param>
    /// <param name="scores">Their scores, as far as they have one.</param>
    /// <param name="zone">The zone of all times.</param>
    public static ExportTable Create(IReadOnlyList<MatchView> matches, IReadOnlyDictionary<MatchId, ScoreView> scores, TimeZoneInfo zone)
    {
        var schedule = ScheduleExport.Create(matches, zone);
        var sets = matches.Max(match => (int?)SetsOf(match).Count) ?? 0;
        return new ExportTable(
            "Results",
            [
                .. schedule.Headings, "status", "winner", "outcome", "setsWon1", "setsWon2", "decider1", "decider2",
                .. Enumerable.Range(1, sets).SelectMany(set => new[] { FormattableString.Invariant($"set{set}Team1"), FormattableString.Invariant($"set{set}Team2") }),
            ],
            [.. matches.Zip(schedule.Rows).Select(row => (IReadOnlyList<object?>)[.. row.Second, .. Result(row.First), .. Sets(row.First)])]);

        static string Word<T>(T value)
            where T : Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

        IReadOnlyList<SetScore> SetsOf(MatchView match) => scores.TryGetValue(match.Id, out var score) ? score.Sets : [];

        IEnumerable<object?> Sets(MatchView match) =>
            Enumerable.Range(0, sets).SelectMany(set => SetsOf(match) is var played && set < played.Count ? new object?[] { played[set].Team1, played[set].Team2 } : [null, null]);

        IEnumerable<object?> Result(MatchView match)
        {
            var score = scores.GetValueOrDefault(match.Id);
            var winner = score?.Winner switch { 1 => match.Side1, 2 => match.Side2, _ => null };
            return
            [
                Word(score?.Status ?? MatchStatus.Scheduled), winner, score?.Outcome is { } outcome ? Word(outcome.Kind) : null,
                score?.SetsWon.Team1, score?.SetsWon.Team2, score?.Decider?.Team1, score?.Decider?.Team2,
            ];
        }
    }
}
