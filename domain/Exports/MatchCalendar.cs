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
                $"{match.Id}.{liveEvent.Id}@livefeed", Summary(match, score), match.StartsAt!.Value, match.EndsAt, match.Court?.Name, match.Division?.Name,
                score?.Status is MatchStatus.Cancelled, score?.LastUpdated > changedAt ? score.LastUpdated : changedAt);
        })]);

    // "Blue - Red 2:1", and of a match in one period its numbers: "Alder - Birch 1:0".
    private static string Summary(MatchView match, ScoreView? score)
    {
        var sides = $"{match.Side1} - {match.Side2}";
        if (score is not { Status: MatchStatus.Final })
            return sides;
        var sets = string.Join(", ", score.Sets.Select(set => string.Create(CultureInfo.InvariantCulture, $"{set.Team1}:{set.Team2}")));
        return score.Sets.Count switch
        {
            0 => sides,
            1 => $"{sides} {sets}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{sides} {score.SetsWon.Team1}:{score.SetsWon.Team2} ({sets})"),
        };
    }
}
