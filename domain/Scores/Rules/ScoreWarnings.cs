namespace LiveFeed.Domain.Scores;

/// <summary>Every <see cref="ScoreWarning"/> that there is. People count sets from one, and so do the messages.</summary>
internal static class ScoreWarnings
{
    public static ScoreWarning ScheduledWithPoints() =>
        new("scheduled_with_points", "The match has points, but its status is still scheduled.");

    public static ScoreWarning FinalWithoutSets() =>
        new("final_without_sets", "The match is final, but no set is recorded.");

    public static ScoreWarning FinalWithoutWinner() =>
        new("final_without_winner", "The match is final, but neither team has won more sets.");

    public static ScoreWarning FinalBeforeDecided(int setsToWin) =>
        new("final_before_decided", $"The match is final, but nobody has won {setsToWin}: the team with more sets is taken as the winner.");

    public static ScoreWarning MatchAlreadyWon(int winner) =>
        new("match_already_won", $"Team {winner} has won the match, but its status is still in progress.");

    public static ScoreWarning SetEmpty(int index) =>
        new("set_empty", $"Set {index + 1} has no points, but a later set has.");

    public static ScoreWarning SetUnfinished(int index, SetScore set) =>
        new("set_unfinished", $"Set {index + 1} stands at {set.Team1}-{set.Team2}, which ends no set, but play has left it.");

    public static ScoreWarning SetPastItsEnd(int index, SetScore set) =>
        new("set_past_its_end", $"Set {index + 1} stands at {set.Team1}-{set.Team2}, but must have been over before.");

    public static ScoreWarning ShootOutUndecided() =>
        new("shoot_out_undecided", "The match is final, but its penalty shoot-out is level.");

    public static ScoreWarning ShootOutPastItsEnd(SetScore kicks) =>
        new("shoot_out_past_its_end", $"The penalty shoot-out stands at {kicks.Team1}-{kicks.Team2}, but must have been over before.");
}
