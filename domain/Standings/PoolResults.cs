namespace LiveFeed.Domain.Standings;

/// <summary>The matches of a pool as its rules count them, by team.</summary>
internal sealed class PoolResults(IEnumerable<StandingMatch> matches, StandingRules rules)
{
    private readonly ILookup<int, TeamResult> results =
        matches.SelectMany(match => TeamResult.FromMatch(match, rules)).ToLookup(result => result.TeamId);

    /// <summary>Returns what a team has got from all its matches, without deductions.</summary>
    public TeamTally All(int teamId) => Sum(results[teamId]);

    /// <summary>Returns what a team has got from its matches against some teams.</summary>
    public TeamTally Against(int teamId, IReadOnlySet<int> opponents) => Sum(results[teamId].Where(result => opponents.Contains(result.OpponentId)));

    /// <summary>Returns 1 if the team has beaten each of the others, -1 if it has lost to each of them, else 0.</summary>
    public int Sweep(int teamId, IReadOnlySet<int> teams)
    {
        var matches = results[teamId].Where(result => teams.Contains(result.OpponentId)).ToList();
        var met = matches.Select(result => result.OpponentId).Distinct().Count();
        if (met < teams.Count - 1)
            return 0;
        return matches.TrueForAll(result => result.Tally.Won > 0) ? 1 : matches.TrueForAll(result => result.Tally.Lost > 0) ? -1 : 0;
    }

    private static TeamTally Sum(IEnumerable<TeamResult> results) => results.Aggregate(default(TeamTally), (sum, result) => sum + result.Tally);
}
