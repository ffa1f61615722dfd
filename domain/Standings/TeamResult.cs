namespace LiveFeed.Domain.Standings;

/// <summary>One match as the rules count it for one of its teams.</summary>
internal readonly record struct TeamResult(int TeamId, int OpponentId, TeamTally Tally)
{
    /// <summary>Returns the match for both of its teams.</summary>
    public static IEnumerable<TeamResult> FromMatch(StandingMatch match, StandingRules rules)
    {
        var (sets, points) = Score(match, rules.Outcomes);
        return
        [
            new TeamResult(match.Team1Id, match.Team2Id, Count(match, 1, sets, points, rules)),
            new TeamResult(match.Team2Id, match.Team1Id, Count(match, 2, sets, points, rules)),
        ];
    }

    private static (SideNumbers Sets, SideNumbers Points) Score(StandingMatch match, OutcomeRules rules)
    {
        var played = (match.SetsWon, match.Points);
        return match.Outcome switch
        {
            StandingOutcome.None or StandingOutcome.Drawn => played,
            StandingOutcome.Awarded when match.Sets.Count > 0 || match.Points != default || match.SetsWon != default => played,
            StandingOutcome.Retired when rules.Retired is RetiredScore.AsPlayed => played,
            StandingOutcome.Retired when rules.Retired is RetiredScore.FilledIn && rules.Unplayed is { } full && match.Winner is not null =>
                Add(match, full.Missing(match), match.SetsWon, match.Points),
            _ => Add(match, rules.Unplayed?.Full ?? default, default, default),
        };
    }

    private static (SideNumbers Sets, SideNumbers Points) Add(StandingMatch match, (int Sets, int Points) more, SideNumbers sets, SideNumbers points) =>
        match.Winner switch
        {
            1 => (sets with { Team1 = sets.Team1 + more.Sets }, points with { Team1 = points.Team1 + more.Points }),
            2 => (sets with { Team2 = sets.Team2 + more.Sets }, points with { Team2 = points.Team2 + more.Points }),
            _ => (sets, points),
        };

    private static TeamTally Count(StandingMatch match, int side, SideNumbers sets, SideNumbers points, StandingRules rules)
    {
        var won = match.Winner == side;
        var lost = match.Winner is not null && !won || match.IsLostByBoth;
        var isNarrow = Math.Min(sets.Team1, sets.Team2) > 0 && Math.Abs(sets.Team1 - sets.Team2) == 1;
        var (setsWon, setsLost) = side == 1 ? (sets.Team1, sets.Team2) : (sets.Team2, sets.Team1);
        var (scored, conceded) = side == 1 ? (points.Team1, points.Team2) : (points.Team2, points.Team1);
        return new TeamTally(
            Completed: lost && match.Outcome is StandingOutcome.Retired && !rules.Outcomes.RetiredIsCompleted ? 0 : 1,
            Won: won ? 1 : 0,
            Drawn: won || lost ? 0 : 1,
            Lost: lost ? 1 : 0,
            Points: won ? rules.Points.ForWin(isNarrow) : lost ? rules.Points.ForLoss(match.Outcome, isNarrow) : rules.Points.Draw,
            For: scored,
            Against: conceded,
            SetsWon: setsWon,
            SetsLost: setsLost,
            AwayGoals: side == 2 ? scored : 0,
            FairPlay: rules.FairPlay.Score(side == 1 ? match.Cards1 : match.Cards2));
    }
}
