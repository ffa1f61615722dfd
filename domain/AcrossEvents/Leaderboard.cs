namespace LiveFeed.Domain.AcrossEvents;

/// <summary>Ranks the teams of several events together.</summary>
public static class Leaderboard
{
    /// <summary>Returns a page of the leaderboard. The order of the events doesn't matter.</summary>
    /// <param name="events">The results of the events, all of one sport.</param>
    /// <param name="order">What teams are ranked by.</param>
    /// <param name="paging">The page.</param>
    public static LeaderboardView Create(IReadOnlyList<EventResults> events, LeaderboardOrder order, Paging paging)
    {
        // The first event decides how a name is spelled.
        List<EventResults> inTime = [.. events.OrderBy(one => one.Event.StartsAt ?? one.Event.CreatedAt).ThenBy(one => one.Event.Id.Value, StringComparer.Ordinal)];
        var ranked = inTime.SelectMany(one => one.Teams, (one, team) => (one.Event.Id, Team: team)).GroupBy(team => team.Team.Key, StringComparer.Ordinal)
            .Select(teams => (Sum: teams.Select(team => team.Team).Aggregate((sum, team) => sum + team), Events: teams.Select(team => team.Id).Distinct().Count()))
            .Select(team => (team.Sum, team.Events, Values: Values(team.Sum, order)))
            .OrderByDescending(team => team.Values, ByEach.Instance).ThenBy(team => team.Sum.Name, StringComparer.Ordinal).ToList();
        var rows = new List<LeaderboardRowView>();
        var rank = 0;
        foreach (var (index, team) in ranked.Index())
        {
            if (index == 0 || ByEach.Instance.Compare(team.Values, ranked[index - 1].Values) != 0)
                rank = index + 1;
            if (index >= paging.Offset && rows.Count < paging.Limit)
                rows.Add(LeaderboardRowView.Of(rank, team.Sum, team.Events));
        }

        return new LeaderboardView(
            inTime.FirstOrDefault()?.Event.Sport, [.. inTime.Select(one => NamedEventView.Of(one.Event))], rows, ranked.Count, paging.Limit, paging.Offset);
    }

    private static Ratio[] Values(TeamRecord team, LeaderboardOrder order)
    {
        var (sets, points) = (new Ratio(team.SetsWon, team.SetsLost), new Ratio(team.For, team.Against));
        return order switch
        {
            LeaderboardOrder.Wins => [team.Won, team.Points, sets, points],
            LeaderboardOrder.Points => [team.Points, team.Won, sets, points],
            _ => [sets, points, team.Won, team.Points],
        };
    }

    private sealed class ByEach : IComparer<Ratio[]>
    {
        public static readonly ByEach Instance = new();

        public int Compare(Ratio[]? x, Ratio[]? y) => x!.Zip(y!, (one, other) => one.CompareTo(other)).FirstOrDefault(difference => difference != 0);
    }
}
