namespace LiveFeed.Domain.Scores;

/// <summary>
/// Before there were deciders, a football match's shoot-out was sent as a second period after a level first one. Clients that still do so are understood, in
/// the format that has one period only, and so are scores that were stored so.
/// </summary>
public static class SecondPeriod
{
    /// <summary>Returns a stored score with its shoot-out as a decider; any other score as it is.</summary>
    public static ScoreView AsShootOut(ScoreView score, MatchFormat format)
    {
        var state = new ScoreState(score.Sets, score.Status, ScoreDetails.Of(score.Outcome, score.Decider, score.Points, score.Server));
        var understood = AsShootOut(state, format);
        return ReferenceEquals(understood, state) ? score : score with { Sets = understood.Sets, Decider = understood.Details?.Decider };
    }

    internal static ScoreState AsShootOut(ScoreState score, MatchFormat format)
    {
        if (format is not { Kind: FormatKind.Sum, Periods: 1, Overtime: false, ShootOut: > 0 } || score is not { Sets: [{ Leader: null } match, var penalties], Details: null or { Decider: null, Outcome: null } })
            return score;
        var decider = penalties.HasPoints ? new Decider(DeciderKind.ShootOut, penalties.Team1, penalties.Team2) : null;
        return score with { Sets = [match], Details = ScoreDetails.Of(null, decider, score.Details?.Points, score.Details?.Server) };
    }
}
