namespace LiveFeed.Domain.Scores;

/// <summary>
/// The team with more goals wins and a match may be drawn, unless the competition decides it by penalties (IFAB Laws of the Game, Law 10
/// "Determining the outcome of a match"). The first period is the whole match with any extra time, in goals; the second, if any, is the
/// penalty shoot-out, in penalties scored.
/// </summary>
internal sealed class FootballRules : SportRules
{
    public const string Name = "football";

    private const int MaximumPeriods = 2;

    // Law 10.3: five penalties each. They end as soon as a lead cannot be caught up with, which is at a lead of three at the latest. Then
    // one penalty each.
    private const int PenaltiesEach = 5;
    private const int GreatestLead = 3;

    public override string Sport => Name;

    public override int? BestOf => null;

    /// <inheritdoc/>
    /// <remarks>A period is won by the team that leads it once the match is final. Before that, a lead in goals is no result.</remarks>
    public override ScoreAssessment Assess(IReadOnlyList<SetScore> sets, MatchStatus status)
    {
        var violations = CheckLimits(sets, status, MaximumPeriods);
        if (violations.Count == 0 && sets.Count == MaximumPeriods && sets[0].Leader is not null)
            violations.Add(new("sets[1]", "There is a penalty shoot-out only after a level match."));
        if (violations.Count > 0)
            return ScoreAssessment.Impossible(violations);

        var warnings = CheckStatus(sets, status);
        if (sets.Count == MaximumPeriods)
            CheckShootOut(sets[1], status, warnings);
        if (status is not MatchStatus.Final)
            return ScoreAssessment.Possible(0, 0, null, warnings);

        // Only one period can be led: a shoot-out follows a level match.
        var won = sets.Aggregate(new SetTally(), (tally, period) => tally.With(period.Leader));
        return ScoreAssessment.Possible(won.Team1, won.Team2, won.Leader, warnings);
    }

    private static void CheckShootOut(SetScore penalties, MatchStatus status, List<ScoreWarning> warnings)
    {
        if (penalties.Lead > (penalties.Higher > PenaltiesEach ? 1 : GreatestLead))
            warnings.Add(ScoreWarnings.ShootOutPastItsEnd(penalties));
        // A shoot-out without a scored penalty is a placeholder, and the match is a draw.
        else if (status is MatchStatus.Final && penalties.HasPoints && penalties.Leader is null)
            warnings.Add(ScoreWarnings.ShootOutUndecided());
    }
}
