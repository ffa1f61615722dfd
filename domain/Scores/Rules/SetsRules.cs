namespace LiveFeed.Domain.Scores;

/// <summary>Judges matches of sets that go to a number of points: volleyball, badminton, table tennis and others.</summary>
internal sealed class SetsRules : FormatRules
{
    // The golden set of the CEV's competitions goes to 15, as a deciding set does.
    private const int GoldenSetTo = 15;
    private const int GoldenSetLead = 2;

    private readonly SetCount sets;
    private readonly MatchFormat format;
    private readonly PointSet ordinary;
    private readonly PointSet deciding;

    public SetsRules(MatchFormat format)
        : base(format.BestOf!.Value, maxPoints: 999)
    {
        this.format = format;
        ordinary = new PointSet(format.SetTo ?? 0, format.Lead!.Value, format.Cap);
        deciding = format.Decider is { } set ? new PointSet(set.SetTo, set.Lead!.Value, set.Cap) : ordinary;
        sets = new SetCount(format.BestOf!.Value, format.PlayAll is true || format.BestOf is 2, Stage);
    }

    private protected override void CheckDetails(ScoreState score, List<ScoreViolation> violations)
    {
        RefuseTieBreaks(score, violations);
        RefuseDecider(score, DeciderKind.GoldenSet, violations);
    }

    private protected override ScoreAssessment Judge(ScoreState score)
    {
        var (warnings, violations) = (CheckStatus(score), new List<ScoreViolation>());
        var won = sets.Count(score, warnings, violations);
        if (violations.Count > 0)
            return ScoreAssessment.Impossible(violations);
        if (score.Details?.Decider is { } golden)
            ScoreWarnings.CheckDecider(golden, new PointSet(GoldenSetTo, GoldenSetLead, null).Judge(golden.Points), score.Status, warnings);

        // A golden set decides the tie of two legs, and not the match.
        var winner = score.Details?.Outcome is { } outcome ? outcome.Winner : sets.FindWinner(won, score, format.Timed is true || format.BestOf is 2, warnings);
        return ScoreAssessment.Possible(won.Team1, won.Team2, winner, warnings);
    }

    private SetStage Stage(SetScore set, bool isDeciding, bool isOver) =>
        // A set that ends by time is over when play has left it, and no score ends it before.
        format.Timed is true ? isOver ? SetStage.Finished : SetStage.Running : (isDeciding ? deciding : ordinary).Judge(set);
}
