namespace LiveFeed.Domain.Standings;

/// <summary>What a criterion compares: one number for each team, and more is better.</summary>
internal static class CriterionValue
{
    /// <param name="criterion">The criterion.</param>
    /// <param name="team">The team.</param>
    /// <param name="among">The level teams, for head-to-head criteria.</param>
    /// <param name="results">The matches of the pool.</param>
    public static Ratio Find(StandingCriterion criterion, StandingTeam team, IReadOnlySet<int> among, PoolResults results)
    {
        if (StandingRules.IsHeadToHead(criterion))
            return FindHeadToHead(criterion, team.Id, among, results);
        var all = results.All(team.Id);
        return criterion switch
        {
            StandingCriterion.Points => all.Points - (team.Deductions?.Sum(deduction => deduction.Points) ?? 0),
            StandingCriterion.MatchesWon => all.Won,
            StandingCriterion.MatchesPlayed => all.Completed,
            StandingCriterion.SetRatio => new Ratio(all.SetsWon, all.SetsLost),
            StandingCriterion.PointRatio => new Ratio(all.For, all.Against),
            StandingCriterion.SetDifference => all.SetsWon - all.SetsLost,
            StandingCriterion.PointDifference or StandingCriterion.GoalDifference => all.For - all.Against,
            StandingCriterion.GoalsFor => all.For,
            StandingCriterion.AwayGoals => all.AwayGoals,
            StandingCriterion.FairPlay => all.FairPlay,
            StandingCriterion.Ranking => -(team.Ranking ?? int.MaxValue),
            StandingCriterion.DrawnLots => -(team.Lot ?? int.MaxValue),
            _ => 0,
        };
    }

    private static Ratio FindHeadToHead(StandingCriterion criterion, int teamId, IReadOnlySet<int> among, PoolResults results)
    {
        var own = results.Against(teamId, among);
        return criterion switch
        {
            StandingCriterion.HeadToHead => own.Points,
            StandingCriterion.HeadToHeadOfTwo => among.Count == 2 ? own.Won : 0,
            StandingCriterion.HeadToHeadSweep => results.Sweep(teamId, among),
            StandingCriterion.HeadToHeadMatchesWon => own.Won,
            StandingCriterion.HeadToHeadSetRatio => new Ratio(own.SetsWon, own.SetsLost),
            StandingCriterion.HeadToHeadPointRatio => new Ratio(own.For, own.Against),
            StandingCriterion.HeadToHeadDifference => own.For - own.Against,
            StandingCriterion.HeadToHeadGoals => own.For,
            StandingCriterion.HeadToHeadAwayGoals => own.AwayGoals,
            _ => 0,
        };
    }
}
