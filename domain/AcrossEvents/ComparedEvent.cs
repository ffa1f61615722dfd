namespace LiveFeed.Domain.AcrossEvents;

/// <summary>What is compared of one event.</summary>
/// <param name="Results">What its teams have got.</param>
/// <param name="View">Its figures.</param>
public sealed record ComparedEvent(EventResults Results, ComparedEventView View)
{
    private const int Decimals = 3;

    /// <param name="liveEvent">The event.</param>
    /// <param name="plan">Its schedule. A tie counts as one match; its rubbers don't count beside it.</param>
    /// <param name="scores">Its scores.</param>
    /// <param name="times">When its matches were played, as far as that is known.</param>
    public static ComparedEvent From(LiveEvent liveEvent, StoredSchedule plan, IReadOnlyDictionary<MatchId, Score> scores, IReadOnlyDictionary<MatchId, MatchTimes> times)
    {
        var matches = plan.Matches.Values.Where(match => match.PartOf is null).OrderBy(match => match.Id).ToList();
        var final = matches.Where(match => StatusOf(match) is MatchStatus.Final).ToList();
        var played = final.Where(match => scores[match.Id] is { Details: not { Outcome: not null }, Sets.Count: > 0 }).ToList();
        var walkovers = final.Count(match => scores[match.Id].Details?.Outcome?.Kind is OutcomeKind.Walkover or OutcomeKind.Forfeit);
        var delays = matches.Where(match => match.StartsAt is not null && TimesOf(match).StartedAt is not null).Select(match => (TimesOf(match).StartedAt - match.StartsAt)!.Value.TotalSeconds).ToList();
        var longest = final.Where(match => TimesOf(match).Duration is not null).MaxBy(match => TimesOf(match).Duration);
        var closest = played.OrderBy(match => WonBySets(match) ? Math.Abs(scores[match.Id].SetsWon1 - scores[match.Id].SetsWon2) : 0).ThenBy(match => Math.Abs(Total(match).Team1 - Total(match).Team2)).FirstOrDefault();
        return new ComparedEvent(EventResults.From(liveEvent, plan, scores), new ComparedEventView(
            liveEvent.Id, liveEvent.Name, liveEvent.Sport, liveEvent.StartsAt, liveEvent.EndsAt, plan.Teams.Count,
            MatchCountsView.Of(matches.ConvertAll(StatusOf)),
            played.Count == 0 ? null : Rounded(played.Sum(match => (decimal)Total(match).Team1 + Total(match).Team2) / played.Count),
            [
                .. played.Where(WonBySets).Select(match => (One: scores[match.Id].SetsWon1, Two: scores[match.Id].SetsWon2))
                    .GroupBy(sets => (Won: Math.Max(sets.One, sets.Two), Lost: Math.Min(sets.One, sets.Two)))
                    .OrderByDescending(sets => sets.Key.Won).ThenBy(sets => sets.Key.Lost).Select(sets => new SetResultView(sets.Key.Won, sets.Key.Lost, sets.Count())),
            ],
            closest is null ? null : View(closest), longest is null ? null : View(longest), longest is null ? null : (int)TimesOf(longest).Duration!.Value.TotalSeconds,
            walkovers, final.Count == 0 ? null : Rounded((decimal)walkovers / final.Count),
            delays.Count == 0 ? null : (int)Math.Round(delays.Average(), MidpointRounding.AwayFromZero), delays.Count));

        MatchStatus StatusOf(Match match) => scores.TryGetValue(match.Id, out var score) ? score.Status : MatchStatus.Scheduled;

        MatchTimes TimesOf(Match match) => times.GetValueOrDefault(match.Id);

        SetScore Total(Match match) => new(scores[match.Id].Sets.Sum(set => set.Team1), scores[match.Id].Sets.Sum(set => set.Team2));

        bool WonBySets(Match match) => match.FormatIn(liveEvent) is { Kind: FormatKind.Sets or FormatKind.Games or FormatKind.Rubbers } or { Winner: WinnerBy.Periods };

        ComparedMatchView View(Match match) =>
            new(match.Id, plan.View(match).Side1, plan.View(match).Side2, scores[match.Id].Sets);
    }

    private static decimal Rounded(decimal value) => Math.Round(value, Decimals);
}
