using System.Globalization;

namespace LiveFeed.Domain.Exports;

/// <summary>Matches as a calendar, one event for each match that has a start.</summary>
/// <param name="Name">The calendar's name.</param>
/// <param name="Matches">Its events.</param>
public sealed record MatchCalendar(string Name, IReadOnlyList<MatchCalendarEvent> Matches)
{
    /// <param name="liveEvent">The event.</param>
    /// <param name="matches">Its matches; those without a start are left out.</param>
    /// <param name="scores">Their scores, as far as they have one.</param>
    /// <param name="changes">When each match was last changed.</param>
    public static MatchCalendar Create(
        EventView liveEvent, IReadOnlyList<MatchView> matches, IReadOnlyDictionary<MatchId, ScoreView> scores, IReadOnlyDictionary<MatchId, DateTimeOffset> changes) =>
        new(liveEvent.Name, [.. matches.Where(match => match.StartsAt is not null).Select(match =>
        {
            var score = scores.GetValueOrDefault(match.Id);
            var changedAt = changes.GetValueOrDefault(match.Id, liveEvent.CreatedAt);
            return new MatchCalendarEvent(
                // An event's id has no dot, so that no two matches have the same.
                $"{match.Id}.{liveEvent.Id}@livefeed", Summary(match, ExportedResult.From(match, score, liveEvent)), match.StartsAt!.Value, match.EndsAt, match.Court?.Name, match.Division?.Name,
                score?.Status is MatchStatus.Cancelled, score?.LastUpdated > changedAt ? score.LastUpdated : changedAt);
        })]);

    // "Blue - Red 2:1 (25:20, 20:25, 15:10)", "Alder - Birch 1:1, penalties 4:2", or "Alder - Birch, walkover, Alder wins".
    private static string Summary(MatchView match, ExportedResult? result)
    {
        var sides = $"{match.Side1} - {match.Side2}";
        if (result is not { Score: { Status: MatchStatus.Final } score })
            return sides;
        var summary = score.Sets.Count switch
        {
            0 => sides,
            1 => $"{sides} {Numbers(score.Sets[0].Team1, score.Sets[0].Team2)}",
            _ => $"{sides} {Deciding(result)} ({string.Join(", ", score.Sets.Select(set => Numbers(set.Team1, set.Team2)))})",
        };
        if (score.Decider is { } decider)
            summary += $", {NameOf(decider.Kind)} {Numbers(decider.Team1, decider.Team2)}";
        if (score.Outcome is { } outcome)
            summary += $", {outcome.Kind.ToString().ToLowerInvariant()}{(result.Winner(match) is { } winner ? $", {winner} wins" : "")}";
        return summary;
    }

    private static string Deciding(ExportedResult result) =>
        result.Total is { } total ? Numbers(total.Team1, total.Team2) : Numbers(result.SetsWon!.Team1, result.SetsWon.Team2);

    private static string Numbers(int team1, int team2) => string.Create(CultureInfo.InvariantCulture, $"{team1}:{team2}");

    private static string NameOf(DeciderKind kind) => kind switch
    {
        DeciderKind.ShootOut => "penalties",
        DeciderKind.GoldenSet => "golden set",
        _ => "match tie-break",
    };
}
