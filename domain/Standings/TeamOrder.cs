namespace LiveFeed.Domain.Standings;

/// <summary>
/// Compares teams by one criterion after another. Each criterion separates a group of level teams into smaller ones; the steps that lead to a
/// team are kept, so that for any two teams the first step that differs says what separated them.
/// </summary>
internal sealed class TeamOrder
{
    private readonly StandingRules rules;
    private readonly PoolResults results;
    private readonly Dictionary<int, List<Separation>> steps;
    private readonly List<StandingTeam> order = [];

    public TeamOrder(IReadOnlyList<StandingTeam> teams, PoolResults results, StandingRules rules)
    {
        this.rules = rules;
        this.results = results;
        steps = teams.ToDictionary(team => team.Id, _ => new List<Separation>());
        // Teams that stay level are listed by id: the order of the input must not matter.
        List<StandingTeam> all = [.. teams.OrderBy(team => team.Id)];
        Separate(all, 0, Ids(all));
    }

    /// <summary>The teams, the best first.</summary>
    public IReadOnlyList<StandingTeam> Teams => order;

    /// <summary>Returns what separated two teams, and among whom; null if nothing did.</summary>
    public Separation? Between(int teamId, int otherId) =>
        steps[teamId].Zip(steps[otherId]).FirstOrDefault(pair => pair.First.Position != pair.Second.Position).First;

    private void Separate(List<StandingTeam> level, int index, HashSet<int> among)
    {
        if (level.Count == 1)
        {
            order.AddRange(level);
            return;
        }

        var endsRun = index > 0 && IsHeadToHead(index - 1) && !IsHeadToHead(index);
        if (endsRun && rules.HeadToHead is HeadToHeadMode.Reapplied && level.Count < among.Count)
        {
            Separate(level, StartOfRun(index - 1), Ids(level));
            return;
        }

        if (index == rules.Criteria.Count)
        {
            order.AddRange(level);
            return;
        }

        // All criteria of a run of head-to-head criteria count the matches among the same teams: those that were level when it began.
        if (!IsHeadToHead(index) || StartOfRun(index) == index)
            among = Ids(level);
        var criterion = rules.Criteria[index];
        var groups = Groups(level, team => CriterionValue.Find(criterion, team, among, results));
        if (groups.Count == 1)
        {
            Separate(level, index + 1, among);
            return;
        }

        List<int>? counted = IsHeadToHead(index) ? [.. among.Order()] : null;
        for (var position = 0; position < groups.Count; position++)
        {
            var group = groups[position];
            foreach (var team in group)
                steps[team.Id].Add(new Separation(criterion, counted, position));
            if (rules.HeadToHead is HeadToHeadMode.Restarted)
                Separate(group, 0, Ids(group));
            else
                Separate(group, index + 1, among);
        }
    }

    private bool IsHeadToHead(int index) => index < rules.Criteria.Count && StandingRules.IsHeadToHead(rules.Criteria[index]);

    private int StartOfRun(int index)
    {
        while (index > 0 && IsHeadToHead(index - 1))
            index--;
        return index;
    }

    private static HashSet<int> Ids(List<StandingTeam> teams) => [.. teams.Select(team => team.Id)];

    // Equal ratios may be written differently, so that they can't be keys.
    private static List<List<StandingTeam>> Groups(List<StandingTeam> teams, Func<StandingTeam, Ratio> value)
    {
        var groups = new List<List<StandingTeam>>();
        Ratio? last = null;
        foreach (var (team, own) in teams.Select(team => (team, Value: value(team))).OrderByDescending(pair => pair.Value))
        {
            if (last is not { } former || former.CompareTo(own) != 0)
                groups.Add([]);
            groups[^1].Add(team);
            last = own;
        }

        return groups;
    }
}
