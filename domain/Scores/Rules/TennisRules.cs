namespace LiveFeed.Domain.Scores;

/// <summary>
/// Sets to six games with a lead of two, or 7-6 by a tie-break (ITF Rules of Tennis, rule 6 "Score in a set"), best of three or five
/// (rule 7 "Score in a match"). The deciding set may also be an advantage set (rule 6), or a match tie-break to ten points with a lead of
/// two in its place (Appendix V), recorded as its points or as 1-0.
/// </summary>
internal sealed class TennisRules(int bestOf) : SetBasedRules(bestOf)
{
    public const string Name = "tennis";

    private const int GamesToWin = 6;
    private const int MatchTieBreakPoints = 10;
    private const int LeadToWin = 2;

    public override string Sport => Name;

    private protected override SetStage Judge(SetScore set, bool isDeciding, bool isOver)
    {
        if (!isDeciding)
            return JudgeTieBreakSet(set);
        return isOver ? JudgeEndedDecider(set) : JudgeRunningDecider(set);
    }

    private static SetStage JudgeTieBreakSet(SetScore set) => (set.Higher, set.Lower) switch
    {
        (7, 5 or 6) => SetStage.Finished,
        ( > GamesToWin, _) => SetStage.PastItsEnd,
        (GamesToWin, _) when set.Lead >= LeadToWin => SetStage.Finished,
        _ => SetStage.Running,
    };

    // The request doesn't say whether the numbers are games of a set or points of a match tie-break. And almost every match tie-break
    // passes through a score such as 6-3, at which a set would be over. Announcing a winner there would be wrong, so the set counts as won
    // only if both readings agree. Otherwise the final status decides.
    private static SetStage JudgeRunningDecider(SetScore set)
    {
        if (set.Higher < MatchTieBreakPoints || set.Lead < LeadToWin)
            return SetStage.Running;
        return IsPastMatchTieBreak(set) ? SetStage.PastItsEnd : SetStage.Finished;
    }

    private static SetStage JudgeEndedDecider(SetScore set)
    {
        if (set is { Higher: 1, Lower: 0 } or { Higher: 7, Lower: 6 })
            return SetStage.Finished;
        if (set.Higher < GamesToWin || set.Lead < LeadToWin)
            return SetStage.Running;

        var isSet = set.Higher == GamesToWin || set.Lead == LeadToWin;
        var isMatchTieBreak = set.Higher >= MatchTieBreakPoints && !IsPastMatchTieBreak(set);
        return isSet || isMatchTieBreak ? SetStage.Finished : SetStage.PastItsEnd;
    }

    private static bool IsPastMatchTieBreak(SetScore set) => set.Higher > MatchTieBreakPoints && set.Lead > LeadToWin;
}
