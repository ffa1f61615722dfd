namespace LiveFeed.Domain.Standings;

/// <summary>Ranks the teams of a pool by its matches.</summary>
internal static class StandingTable
{
    /// <summary>
    /// Returns a row for each team, the best first. A match with a team that isn't listed counts for its opponent; so tables of teams from
    /// several pools can be made. The order of teams and matches doesn't matter.
    /// </summary>
    public static IReadOnlyList<StandingRow> Create(IReadOnlyList<StandingTeam> teams, IEnumerable<StandingMatch> matches, StandingRules rules)
    {
        var results = new PoolResults(matches, rules);
        var order = new TeamOrder(teams, results, rules);
        var rows = new List<StandingRow>(teams.Count);
        StandingTeam? above = null;
        foreach (var team in WithManualRanks(order.Teams))
        {
            var separation = above is null ? null : Separate(above, team, order);
            var isLevel = separation?.Criterion is StandingCriterion.Level;
            rows.Add(Row(team, results.All(team.Id)) with
            {
                Rank = isLevel ? rows[^1].Rank : rows.Count + 1,
                SeparatedBy = separation?.Criterion,
                SeparatedAmong = separation?.Among is { } among ? new EquatableList<int>(among) : null,
            });
            above = team;
        }

        return rows;
    }

    // Everybody else keeps the order that the rules give.
    private static List<StandingTeam> WithManualRanks(IReadOnlyList<StandingTeam> order)
    {
        List<StandingTeam> teams = [.. order.Where(team => team.Manual is null)];
        var next = 0;
        foreach (var team in order.Where(team => team.Manual is not null).OrderBy(team => team.Manual!.Rank).ThenBy(team => team.Id))
        {
            var index = Math.Clamp(team.Manual!.Rank - 1, next, Math.Max(next, teams.Count));
            teams.Insert(index, team);
            next = index + 1;
        }

        return teams;
    }

    private static Separation Separate(StandingTeam above, StandingTeam team, TeamOrder order)
    {
        if (above.Manual is null && team.Manual is null)
            return order.Between(above.Id, team.Id) ?? new Separation(StandingCriterion.Level, null, 0);
        return new Separation(above.Manual?.Rank == team.Manual?.Rank ? StandingCriterion.Level : StandingCriterion.Manual, null, 0);
    }

    private static StandingRow Row(StandingTeam team, TeamTally all)
    {
        var deductions = team.Deductions ?? [];
        return new StandingRow
        {
            TeamId = team.Id,
            Rank = 1,
            Played = all.Played,
            Won = all.Won,
            Drawn = all.Drawn,
            Lost = all.Lost,
            Points = all.Points - deductions.Sum(deduction => deduction.Points),
            For = all.For,
            Against = all.Against,
            SetsWon = all.SetsWon,
            SetsLost = all.SetsLost,
            FairPlay = all.FairPlay,
            Deductions = new EquatableList<PointsDeduction>(deductions),
            Manual = team.Manual,
        };
    }
}
