namespace LiveFeed.Domain.Statistics;

/// <summary>Computes a match's statistics.</summary>
public static class MatchStatistics
{
    private static readonly IncidentKind[] Goals = [IncidentKind.Goal, IncidentKind.OwnGoal, IncidentKind.PenaltyGoal];
    private static readonly IncidentKind[] Cards = [IncidentKind.YellowCard, IncidentKind.SecondYellow, IncidentKind.RedCard];

    /// <param name="matchId">The match.</param>
    /// <param name="status">How far it has come.</param>
    /// <param name="written">Its scores, in the order in which they were written.</param>
    /// <param name="incidents">Its incidents that stand, in their order.</param>
    public static StatisticsView From(MatchId matchId, MatchStatus status, IEnumerable<ScoreAt> written, IReadOnlyList<IncidentView> incidents)
    {
        var path = ScorePath.From(written);
        var count = path.Scores.Count == 0 ? 0 : path.Scores[^1].Sets.Count;
        var sets = Enumerable.Range(0, count).Select(index => SetStatistics.Of(path, index)).ToList();
        return new StatisticsView(
            matchId, status,
            sets.Aggregate(SideCounts.None, (most, set) => most.Max(set.LongestRun)),
            sets.Aggregate(SideCounts.None, (most, set) => most.Max(set.BiggestLead)),
            sets, Count(incidents), Timed(incidents, Goals), Timed(incidents, Cards));
    }

    private static List<KindCount> Count(IEnumerable<IncidentView> incidents) =>
    [
        .. incidents.Where(incident => incident.Side is not null).GroupBy(incident => incident.Kind).OrderBy(kind => kind.Key)
            .Select(kind => new KindCount(kind.Key, kind.Count(incident => incident.Side == 1), kind.Count(incident => incident.Side == 2))),
    ];

    private static List<TimedIncident> Timed(IEnumerable<IncidentView> incidents, IncidentKind[] kinds) =>
    [
        .. incidents.Where(incident => incident.Side is not null && kinds.Contains(incident.Kind))
            .OrderBy(incident => incident.Period ?? 0).ThenBy(incident => incident.Minute ?? 0).ThenBy(incident => incident.Added ?? 0)
            .Select(incident => new TimedIncident(incident.Kind, incident.Side!.Value, incident.Period, incident.Minute, incident.Added)),
    ];
}
