namespace LiveFeed.Domain.Scores;

/// <summary>Every <see cref="ScoreWarning"/> that there is. People count sets from one, and so do the messages.</summary>
internal static class ScoreWarnings
{
    public static ScoreWarning ScheduledWithPoints(MatchStatus status) =>
        new("scheduled_with_points", $"The match has points, but its status is still {(status is MatchStatus.Scheduled ? "scheduled" : "postponed")}.");

    public static ScoreWarning FinalWithoutSets() =>
        new("final_without_sets", "The match is final, but no set is recorded. If it wasn't played, give the outcome and the winner.");

    public static ScoreWarning FinalWithoutWinner() =>
        new("final_without_winner", "The match is final, but nobody has won it.");

    public static ScoreWarning FinalBeforeDecided(int setsToWin) =>
        new("final_before_decided", $"The match is final, but nobody has won {setsToWin}: the team that has won more is taken as the winner. If somebody retired, give the outcome and the winner.");

    public static ScoreWarning OutcomeWithoutWinner() =>
        new("outcome_without_winner", "The match is final, and nobody has won it. Give the outcome's winner, unless both sides lose.");

    public static ScoreWarning MatchAlreadyWon(int winner) =>
        new("match_already_won", $"Team {winner} has won the match, but its status is still in progress.");

    public static ScoreWarning SetEmpty(int index) =>
        new("set_empty", $"Set {index + 1} has no points, but a later set has.");

    public static ScoreWarning SetUnfinished(int index, SetScore set) =>
        new("set_unfinished", $"Set {index + 1} stands at {set.Team1}-{set.Team2}, which ends no set, but play has left it.");

    public static ScoreWarning SetPastItsEnd(int index, SetScore set) =>
        new("set_past_its_end", $"Set {index + 1} stands at {set.Team1}-{set.Team2}, but must have been over before.");

    public static ScoreWarning TieBreakUnusual(int index) =>
        new("tie_break_unusual", $"The tie-break of set {index + 1} doesn't fit the set's games.");

    public static ScoreWarning ShootOutUndecided() =>
        new("shoot_out_undecided", "The match is final, but its penalty shoot-out is level.");

    public static ScoreWarning ShootOutPastItsEnd(SetScore kicks) =>
        new("shoot_out_past_its_end", $"The penalty shoot-out stands at {kicks.Team1}-{kicks.Team2}, but must have been over before.");

    public static ScoreWarning OvertimeAfterDecision() =>
        new("overtime_after_decision", "The match wasn't level after its regular periods, and yet has more of them.");

    public static ScoreWarning DeciderAfterDecision() =>
        new("decider_after_decision", "The match wasn't level, and yet has a decider. If that decided a tie of two legs, give the match its tieId and leg.");

    /// <summary>Adds what is odd about a decider that is played to a number of points.</summary>
    public static void CheckDecider(Decider decider, SetStage stage, MatchStatus status, List<ScoreWarning> warnings)
    {
        if (stage is SetStage.PastItsEnd)
            warnings.Add(new("decider_past_its_end", $"The decider stands at {decider.Team1}-{decider.Team2}, but must have been over before."));
        else if (stage is SetStage.Running && status is MatchStatus.Final)
            warnings.Add(new("decider_unfinished", $"The match is final, but its decider stands at {decider.Team1}-{decider.Team2}."));
    }
}
