namespace LiveFeed.Testing;

/// <summary>The table of a football group, computed from results: three points for a win, then the goal difference, then the goals.</summary>
public sealed class GroupTable
{
    private readonly Dictionary<string, Row> rows = [];

    /// <summary>One team's row.</summary>
    public sealed record Row(string Team, int Played = 0, int Points = 0, int GoalsFor = 0, int GoalsAgainst = 0)
    {
        public int Difference => GoalsFor - GoalsAgainst;

        public override string ToString() => FormattableString.Invariant($"{Team} {Played} {GoalsFor}-{GoalsAgainst} {Points}");
    }

    public IReadOnlyList<Row> Rows =>
        [.. rows.Values.OrderByDescending(row => row.Points).ThenByDescending(row => row.Difference).ThenByDescending(row => row.GoalsFor).ThenBy(row => row.Team, StringComparer.Ordinal)];

    public void Add(string team1, string team2, int goals1, int goals2)
    {
        Add(team1, goals1, goals2);
        Add(team2, goals2, goals1);
    }

    /// <summary>Whether no team that is left out stands before one of these.</summary>
    public bool CanAdvance(IReadOnlyCollection<string> teams)
    {
        var last = Rows.Where(row => teams.Contains(row.Team)).Min(Rank);
        var first = Rows.Where(row => !teams.Contains(row.Team)).Max(Rank);
        return last.CompareTo(first) >= 0;
    }

    private static (int, int, int) Rank(Row row) => (row.Points, row.Difference, row.GoalsFor);

    private void Add(string team, int scored, int conceded)
    {
        var row = rows.GetValueOrDefault(team, new Row(team));
        var points = scored > conceded ? 3 : scored == conceded ? 1 : 0;
        rows[team] = row with
        {
            Played = row.Played + 1,
            Points = row.Points + points,
            GoalsFor = row.GoalsFor + scored,
            GoalsAgainst = row.GoalsAgainst + conceded,
        };
    }
}
