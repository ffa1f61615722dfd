namespace LiveFeed.Domain.Scores;

/// <summary>
/// Judges matches that are won by who has more in all periods together, whoever won more of them: football (IFAB Laws of the Game, Law 10), basketball
/// (FIBA Official Basketball Rules 1.3) and others.
/// </summary>
internal sealed class SumRules(MatchFormat format)
    : FormatRules(format.Overtime is true ? Math.Min(format.Periods!.Value + MaxOvertimes, FormatFaults.MaxPeriods) : format.Periods!.Value, maxPoints: 9_999)
{
    private const int MaxOvertimes = 20;
    private const int UsualPenalties = 5;

    private protected override void CheckDetails(ScoreState score, List<ScoreViolation> violations)
    {
        RefuseTieBreaks(score, violations);
        RefuseDecider(score, DeciderKind.ShootOut, violations);
    }

    private protected override ScoreAssessment Judge(ScoreState score)
    {
        var warnings = CheckStatus(score);
        var isFinal = score.Status is MatchStatus.Final;
        var won = PeriodTally.Of(score);
        var total = PeriodTally.Total(score.Sets);
        if (score.Details?.Decider is { } shootOut)
            CheckShootOut(shootOut.Points, total, score, warnings);

        var winner = score.Details switch
        {
            { Outcome: { } outcome } => outcome.Winner,
            { Decider: { } decider } when isFinal && !score.IsLeg => decider.Points.Leader ?? total.Leader,
            _ => isFinal ? total.Leader : null,
        };
        if (score.Sets.Count > format.Periods && !score.IsLeg && PeriodTally.Total(score.Sets.Take(format.Periods.Value)).Leader is not null)
            warnings.Add(ScoreWarnings.OvertimeAfterDecision());
        if (isFinal && winner is null && format.DrawAllowed is false && !score.IsLeg && score.Details?.Outcome is null && score.Sets.Count > 0)
            warnings.Add(ScoreWarnings.FinalWithoutWinner());
        return ScoreAssessment.Possible(won.Team1, won.Team2, winner, warnings);
    }

    private void CheckShootOut(SetScore penalties, SetScore total, ScoreState score, List<ScoreWarning> warnings)
    {
        if (!ShootOut.CanBe(format.ShootOut is > 0 and var each ? each : UsualPenalties, penalties))
            warnings.Add(ScoreWarnings.ShootOutPastItsEnd(penalties));
        // A shoot-out without a scored penalty is a placeholder, and the match is a draw.
        else if (score.Status is MatchStatus.Final && penalties.HasPoints && penalties.Leader is null)
            warnings.Add(ScoreWarnings.ShootOutUndecided());
        if (penalties.HasPoints && total.Leader is not null && !score.IsLeg)
            warnings.Add(ScoreWarnings.DeciderAfterDecision());
    }
}
