namespace LiveFeed.Domain.Scores;

/// <summary>
/// Judges any sport that is scored in numbers over periods, and about which nothing else is known. The only limits are those of the numbers, and a
/// match may be drawn.
/// </summary>
internal sealed class GenericRules(MatchFormat format) : FormatRules(FormatFaults.MaxPeriods, maxPoints: 9_999)
{
    private protected override void CheckDetails(ScoreState score, List<ScoreViolation> violations)
    {
        if (score.Details?.Decider is { Kind: DeciderKind.GoldenSet } && !score.IsLeg)
            violations.Add(new("decider.kind", "A golden set decides a tie of two legs. Give the match a tieId."));
    }

    private protected override ScoreAssessment Judge(ScoreState score)
    {
        var (isFinal, won, total) = (score.Status is MatchStatus.Final, PeriodTally.Of(score), PeriodTally.Total(score.Sets));
        var winner = score.Details switch
        {
            { Outcome: { } outcome } => outcome.Winner,
            { Decider: { } decider } when isFinal && !score.IsLeg => decider.Points.Leader,
            _ when !isFinal => null,
            _ => format.Winner is WinnerBy.Periods ? won.Leader ?? total.Leader : total.Leader,
        };
        return ScoreAssessment.Possible(won.Team1, won.Team2, winner, CheckStatus(score));
    }
}
