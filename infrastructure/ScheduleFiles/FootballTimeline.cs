namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Rebuilds the course of a match's score from a football report.</summary>
internal static class FootballTimeline
{
    /// <summary>
    /// Returns the score at kick-off, after every goal and at the end; without goals at kick-off and at the end. A shoot-out is
    /// reported once, with the end. An awarded, postponed or cancelled match has one change only, and a match without a result none.
    /// </summary>
    public static IReadOnlyList<ScoreChange> Create(
        DateTimeOffset kickOff, FootballStatus status, FootballResult? result, IReadOnlyList<FootballGoal> goals) => (status, result) switch
        {
            (FootballStatus.Cancelled, null) => [new(kickOff, [], MatchStatus.Cancelled)],
            (FootballStatus.Abandoned, null) => [new(kickOff, [], MatchStatus.Abandoned)],
            (FootballStatus.Postponed, null) => [new(kickOff, [], MatchStatus.Postponed)],
            (_, null) => [],
            (FootballStatus.Cancelled, _) => [new(kickOff, [result.Goals], MatchStatus.Cancelled)],
            (FootballStatus.Awarded, _) => [new(
                kickOff + FootballClock.End(extraTime: false, shootOut: false), [result.Goals], MatchStatus.Final,
                new ScoreDetails(result.Goals.Leader is { } winner ? new Outcome(OutcomeKind.Awarded, winner) : new Outcome(OutcomeKind.Drawn)))],
            (FootballStatus.Abandoned, _) => Played(kickOff, result, goals, MatchStatus.Abandoned),
            _ => Played(kickOff, result, goals, MatchStatus.Final),
        };

    /// <summary>Whether the shoot-out decided two legs, and not this match: then the match's score isn't level.</summary>
    public static bool HasShootOutOfTwoLegs(FootballResult result) => result.ShootOut is not null && result.Goals.Team1 != result.Goals.Team2;

    /// <summary>Returns what the goals add up to.</summary>
    public static SetScore Sum(IReadOnlyList<FootballGoal> goals) =>
        new(goals.Count(goal => goal.Side == 1), goals.Count(goal => goal.Side == 2));

    private static List<ScoreChange> Played(
        DateTimeOffset kickOff, FootballResult result, IReadOnlyList<FootballGoal> goals, MatchStatus end)
    {
        var timeline = new List<ScoreChange> { new(kickOff, [default], MatchStatus.InProgress) };
        foreach (var goal in Sum(goals) == result.Goals ? goals : [])
        {
            var (one, two, _) = timeline[^1].Sets[0];
            // By this clock, 90+20 is later than the 91st minute, which follows it in a report. Order matters more than the exact time.
            var at = Later(timeline[^1].At, kickOff + FootballClock.At(goal.At.Minute, goal.At.Stoppage));
            timeline.Add(new ScoreChange(at, [goal.Side == 1 ? new SetScore(one + 1, two) : new SetScore(one, two + 1)], MatchStatus.InProgress));
        }

        var usualEnd = kickOff + FootballClock.End(result.HasExtraTime, result.ShootOut is not null);
        var isLevel = !HasShootOutOfTwoLegs(result);
        timeline.Add(new ScoreChange(
            Later(timeline[^1].At, usualEnd), [result.Goals], end,
            result.ShootOut is { } penalties && isLevel ? new ScoreDetails(Decider: new Decider(DeciderKind.ShootOut, penalties.Team1, penalties.Team2)) : null));
        return timeline;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
