namespace LiveFeed.Api.Events.Files;

/// <summary>Which ids a file has of its own. The others were made when it was read, and mean nothing beyond it.</summary>
internal readonly record struct OwnIds(bool Names, bool Teams, bool Matches)
{
    public static readonly OwnIds All = new(true, true, true);
}

/// <summary>
/// Gives what a file only names the ids under which it is stored already, so that a file with one team more changes that team and not all
/// that come after it. What is new gets an id that nothing has, not even what leaves: another's followers aren't its own.
/// </summary>
internal static class KnownIds
{
    public static Schedule Keep(Schedule planned, Schedule stored, OwnIds own)
    {
        if (!own.Names)
        {
            var divisions = Map(planned.Divisions, stored.Divisions, item => item.Id, item => item.Name);
            var courts = Map(planned.Courts, stored.Courts, item => item.Id, item => item.Name);
            planned = new Schedule(
                [.. planned.Divisions.Select(division => division with { Id = divisions[division.Id] })],
                [.. planned.Courts.Select(court => court with { Id = courts[court.Id] })],
                [.. planned.Teams.Select(team => team with { DivisionId = In(divisions, team.DivisionId) })],
                [.. planned.Matches.Select(match => match with { DivisionId = In(divisions, match.DivisionId), CourtId = In(courts, match.CourtId) })]);
        }

        if (!own.Teams)
        {
            // A team that changed its division is still that team, as long as its name is there once.
            var teams = Map<ScheduledTeam, (int?, string)>(planned.Teams, stored.Teams, team => team.Id, team => (team.DivisionId, team.Name), team => (null, team.Name));
            planned = planned with
            {
                Teams = [.. planned.Teams.Select(team => team with { Id = teams[team.Id] })],
                Matches = [.. planned.Matches.Select(match => match with { Team1Id = In(teams, match.Team1Id), Team2Id = In(teams, match.Team2Id) })],
            };
        }

        if (!own.Matches)
        {
            // The same teams in the same division, or else the same place at the same time: there the teams were not known yet.
            var matches = Map<ScheduledMatch, (int?, int?, string?, int?, string?)>(
                planned.Matches, stored.Matches, match => match.Id,
                match => (match.DivisionId, match.Team1Id, match.Team1Label, match.Team2Id, match.Team2Label),
                match => (match.DivisionId, match.CourtId, $"{match.StartsAt:O}", null, null));
            planned = planned with { Matches = [.. planned.Matches.Select(match => match with { Id = matches[match.Id] })] };
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
