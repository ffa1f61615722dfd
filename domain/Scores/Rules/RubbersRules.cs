namespace LiveFeed.Domain.Scores;

/// <summary>Judges ties of rubbers. Their score is one pair of numbers: the rubbers that each side has won.</summary>
internal sealed class RubbersRules(MatchFormat format) : FormatRules(maxPeriods: 1, maxPoints: format.Rubbers!.Value)
{
    private readonly int rubbersToWin = (format.Rubbers!.Value / 2) + 1;

    private protected override void CheckDetails(ScoreState score, List<ScoreViolation> violations)
    {
        RefuseTieBreaks(score, violations);
        if (score.Details?.Decider is not null)
            violations.Add(new("decider", "A tie of rubbers has no decider: the last rubber decides."));
    }

    private protected override ScoreAssessment Judge(ScoreState score)
    {
        var warnings = CheckStatus(score);
        var won = PeriodTally.Total(score.Sets);
        if (won.Team1 + won.Team2 > format.Rubbers)
            return ScoreAssessment.Impossible([new("sets[0]", $"There are only {format.Rubbers} rubbers.")]);
        return ScoreAssessment.Possible(won.Team1, won.Team2, score.Details?.Outcome is { } outcome ? outcome.Winner : FindWinner(won, score, warnings), warnings);
    }

    private int? FindWinner(SetScore won, ScoreState score, List<ScoreWarning> warnings)
    {
        var isDecided = won.Higher >= rubbersToWin;
        if (score.Status is MatchStatus.InProgress && isDecided && (format.PlayAll is not true || won.Team1 + won.Team2 == format.Rubbers))
            warnings.Add(ScoreWarnings.MatchAlreadyWon(won.Leader!.Value));
        if (score.Status is not MatchStatus.Final)
            return null;
        if (won.Leader is null && format.DrawAllowed is not true && score.Sets.Count > 0)
            warnings.Add(ScoreWarnings.FinalWithoutWinner());
        else if (won.Leader is not null && !isDecided && format.DrawAllowed is not true)
            warnings.Add(ScoreWarnings.FinalBeforeDecided(rubbersToWin));
        return won.Leader;
    }
}
