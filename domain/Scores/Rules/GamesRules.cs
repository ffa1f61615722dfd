namespace LiveFeed.Domain.Scores;

/// <summary>
/// Judges matches of sets of games: tennis and padel (ITF Rules of Tennis, rule 6 "Score in a set", rule 7 "Score in a match", and Appendix V).
/// </summary>
internal sealed class GamesRules : FormatRules
{
    private const int LeadToWin = 2;

    private static readonly PointSet MatchTieBreak10 = new(10, LeadToWin, null);
    private static readonly PointSet MatchTieBreak7 = new(7, LeadToWin, null);

    private readonly SetCount sets;
    private readonly int gamesTo;
    private readonly int tieBreakAt;
    private readonly int finalTieBreakAt;
    private readonly FinalSet finalSet;

    public GamesRules(MatchFormat format)
        : base(format.BestOf!.Value, maxPoints: 999)
    {
        (gamesTo, finalSet) = (format.GamesTo!.Value, format.FinalSet!.Value);
        (tieBreakAt, finalTieBreakAt) = (TieBreaks.LevelAt(format, isDeciding: false), TieBreaks.LevelAt(format, isDeciding: true));
        sets = new SetCount(format.BestOf!.Value, playAll: false, (set, isDeciding, isOver) => isDeciding ? StageOfFinal(set, isOver) : StageOf(set, tieBreakAt));
    }

    private PointSet MatchTieBreak => finalSet is FinalSet.MatchTieBreak7 ? MatchTieBreak7 : MatchTieBreak10;

    private protected override void CheckDetails(ScoreState score, List<ScoreViolation> violations) =>
        RefuseDecider(score, DeciderKind.MatchTieBreak, violations);

    private protected override ScoreAssessment Judge(ScoreState score)
    {
        var (warnings, violations) = (CheckStatus(score), new List<ScoreViolation>());
        var won = sets.Count(score, warnings, violations);
        if (violations.Count > 0)
            return ScoreAssessment.Impossible(violations);
        for (var i = 0; i < score.Sets.Count; i++)
        {
            if (score.Sets[i].TieBreak is { } points && !Fits(points, score.Sets[i]))
                warnings.Add(ScoreWarnings.TieBreakUnusual(i));
        }

        return ScoreAssessment.Possible(won.Team1, won.Team2, FindWinner(won, score, warnings), warnings);
    }

    private int? FindWinner(SetTally won, ScoreState score, List<ScoreWarning> warnings)
    {
        if (score.Details?.Decider is not { } decider)
            return score.Details?.Outcome is { } outcome ? outcome.Winner : sets.FindWinner(won, score, mayBeDrawn: false, warnings);
        ScoreWarnings.CheckDecider(decider, MatchTieBreak.Judge(decider.Points), score.Status, warnings);
        if (won.Leader is not null)
            warnings.Add(ScoreWarnings.DeciderAfterDecision());
        return score.Details.Outcome is { } end ? end.Winner : score.Status is MatchStatus.Final ? decider.Points.Leader : null;
    }

    private SetStage StageOfFinal(SetScore set, bool isOver) => finalSet switch
    {
        // Recorded as its points or as 1-0.
        FinalSet.MatchTieBreak10 or FinalSet.MatchTieBreak7 => isOver && set is { Higher: 1, Lower: 0 } ? SetStage.Finished : MatchTieBreak.Judge(set),
        FinalSet.Any => isOver ? StageOfEndedAny(set) : StageOfRunningAny(set),
        _ => StageOf(set, finalTieBreakAt),
    };

    /// <param name="set">The set.</param>
    /// <param name="breakAt">The level score at which a tie-break is played; 0 for none.</param>
    private SetStage StageOf(SetScore set, int breakAt)
    {
        var isLed = set.Higher >= gamesTo && set.Lead >= LeadToWin;
        if (breakAt > 0 && set.Higher > breakAt && !(isLed && set.Higher == gamesTo))
        {
            // By the tie-break, or by the two games before it.
            var isWon = set.Lower == breakAt || (set.Lower == breakAt - 1 && breakAt >= gamesTo);
            return set.Higher == breakAt + 1 && isWon ? SetStage.Finished : SetStage.PastItsEnd;
        }

        return !isLed ? SetStage.Running : set.Higher > gamesTo && set.Lead > LeadToWin ? SetStage.PastItsEnd : SetStage.Finished;
    }

    // The request doesn't say whether the numbers are games of a set or points of a match tie-break. And almost every match tie-break
    // passes through a score such as 6-3, at which a set would be over. Announcing a winner there would be wrong, so the set counts as won
    // only if both readings agree. Otherwise the final status decides.
    private static SetStage StageOfRunningAny(SetScore set) => MatchTieBreak10.Judge(set);

    private SetStage StageOfEndedAny(SetScore set)
    {
        if (set is { Higher: 1, Lower: 0 })
            return SetStage.Finished;
        SetStage[] readings = [StageOf(set, tieBreakAt), StageOf(set, 0), MatchTieBreak10.Judge(set)];
        return readings.Contains(SetStage.Finished) ? SetStage.Finished
            : set.Lead < LeadToWin ? SetStage.Running
            : readings.Contains(SetStage.PastItsEnd) ? SetStage.PastItsEnd
            : SetStage.Running;
    }

    // Its winner has won the set, by one game. While it runs, the games are level.
    private static bool Fits(PointPair points, SetScore set) =>
        set.Lead == 0 || (set.Lead == 1 && new SetScore(points.Team1, points.Team2).Leader == set.Leader);
}
