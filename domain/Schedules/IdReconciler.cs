namespace LiveFeed.Domain.Schedules;

/// <summary>
/// Gives items that a file only names the ids under which they are stored already. So a file with one more team changes that team, and not
/// all teams that come after it. A new item gets an id that no stored item has, not even one that is removed: followers of the removed team
/// must not follow the new one.
/// </summary>
public static class IdReconciler
{
    /// <param name="planned">The schedule as it was read from the file.</param>
    /// <param name="stored">The schedule as it is.</param>
    /// <param name="ownIds">Which ids come from the file; these stay.</param>
    public static Schedule Reconcile(Schedule planned, Schedule stored, AssignedIds ownIds)
    {
        if (!ownIds.Names)
        {
            var divisions = Map(planned.Divisions, stored.Divisions, item => item.Id, item => item.Name);
            var courts = Map(planned.Courts, stored.Courts, item => item.Id, item => item.Name);
            planned = new Schedule(
                [.. planned.Divisions.Select(division => division with { Id = divisions[division.Id] })],
                [.. planned.Courts.Select(court => court with { Id = courts[court.Id] })],
                [.. planned.Teams.Select(team => team with { DivisionId = In(divisions, team.DivisionId) })],
                [.. planned.Matches.Select(match => match with { DivisionId = In(divisions, match.DivisionId), CourtId = In(courts, match.CourtId) })]);
        }

        if (!ownIds.Teams)
        {
            // A team that changed its division is still the same team, if its name occurs only once.
            var teams = Map<ScheduledTeam, (int?, string)>(planned.Teams, stored.Teams, team => team.Id, team => (team.DivisionId, team.Name), team => (null, team.Name));
            planned = planned with
            {
                Teams = [.. planned.Teams.Select(team => team with { Id = teams[team.Id] })],
                Matches = [.. planned.Matches.Select(match => match with { Team1Id = In(teams, match.Team1Id), Team2Id = In(teams, match.Team2Id) })],
            };
        }

        if (!ownIds.Matches)
        {
            // The same teams in the same division. Otherwise the same division, court and time: the teams of that match were not known yet.
            var matches = Map<ScheduledMatch, (int?, int?, string?, int?, string?)>(
                planned.Matches, stored.Matches, match => match.Id.Value,
                match => (match.DivisionId, match.Team1Id, match.Team1Label, match.Team2Id, match.Team2Label),
                match => (match.DivisionId, match.CourtId, $"{match.StartsAt:O}", null, null));
            planned = planned with { Matches = [.. planned.Matches.Select(match => match with { Id = new MatchId(matches[match.Id.Value]) })] };
        }

        return planned;
    }

    private static int? In(Dictionary<int, int> ids, int? id) => id is { } known ? ids[known] : null;

    private static Dictionary<int, int> Map<T, TKey>(
        IReadOnlyList<T> planned, IReadOnlyList<T> stored, Func<T, int> idOf, params Func<T, TKey>[] keys)
        where TKey : notnull
    {
        var (ids, left) = (new Dictionary<int, int>(), stored.ToList());
        foreach (var key in keys)
        {
            var candidates = left.GroupBy(key).ToDictionary(group => group.Key, group => new Queue<T>(group.OrderBy(idOf)));
            var isFirst = key == keys[0];
            var rest = planned.Where(item => !ids.ContainsKey(idOf(item))).GroupBy(key);
            foreach (var group in rest)
            {
                if (!candidates.TryGetValue(group.Key, out var found) || (!isFirst && (found.Count > 1 || group.Count() > 1)))
                    continue;
                foreach (var item in group.Take(found.Count).ToList())
                    ids[idOf(item)] = idOf(found.Dequeue());
            }

            var taken = ids.Values.ToHashSet();
            left = [.. left.Where(item => !taken.Contains(idOf(item)))];
        }

        var (used, next) = (stored.Select(idOf).ToHashSet(), 1);
        foreach (var id in planned.Select(idOf).Where(id => !ids.ContainsKey(id)))
        {
            while (!used.Add(next))
                next++;
            ids[id] = next;
        }

        return ids;
    }
}
