namespace LiveFeed.Domain.Scores;

/// <summary>Counts periods that decide nothing by themselves.</summary>
internal static class PeriodTally
{
    /// <summary>Returns how many finished periods each team has led. The last one is finished once the match is final.</summary>
    public static SetTally Of(ScoreState score) =>
        (score.Status is MatchStatus.Final ? score.Sets : score.Sets.SkipLast(1)).Aggregate(new SetTally(), (tally, period) => tally.With(period.Leader));

    /// <summary>Returns what each team has in these periods together.</summary>
    public static SetScore Total(IEnumerable<SetScore> periods) => periods.Aggregate(default(SetScore), (sum, period) => new(sum.Team1 + period.Team1, sum.Team2 + period.Team2));
}
