using System.Globalization;

namespace LiveFeed.Domain.Schedules;

/// <summary>
/// Gives items that a file only names the ids under which they are stored already. So a file with one more team changes that team, and not
/// all teams that come after it. A new item gets an id that no stored item has, not even one that is removed: followers of the removed team
/// must not follow the new one. A removed match that comes back gets its id back, and so its archived score.
/// </summary>
public static class IdReconciler
{
    /// <param name="planned">The schedule as it was read from the file.</param>
    /// <param name="stored">The schedule as it is.</param>
    /// <param name="archived">The scores of removed matches.</param>
    /// <param name="ownIds">Which ids come from the file; these stay.</param>
    /// <param name="mode">What happens to what the file doesn't have.</param>
    public static Schedule Reconcile(Schedule planned, Schedule stored, IReadOnlyList<ArchivedScore> archived, AssignedIds ownIds, ScheduleMode mode = ScheduleMode.Replace)
    {
        if (!ownIds.Names)
        {
            var divisions = Ids(planned.Divisions, stored.Divisions, item => item.Id, item => item.Name);
            var courts = Ids(planned.Courts, stored.Courts, item => item.Id, item => item.Name);
            planned = new Schedule(
                [.. planned.Divisions.Select(division => division with { Id = divisions[division.Id] })],
                [.. planned.Courts.Select(court => court with { Id = courts[court.Id] })],
                [.. planned.Teams.Select(team => team with { DivisionId = In(divisions, team.DivisionId) })],
                [.. planned.Matches.Select(match => match with { DivisionId = In(divisions, match.DivisionId), CourtId = In(courts, match.CourtId) })]);
        }

        if (!ownIds.Teams)
        {
            planned = WithOneTeamInSeveralDivisions(planned, stored);
            var teams = TeamIds(planned.Teams, stored.Teams);
            planned = planned with
            {
                Teams = [.. planned.Teams.Select(team => team with { Id = teams[team.Id] })],
                Matches = [.. planned.Matches.Select(match => match with { Team1Id = In(teams, match.Team1Id), Team2Id = In(teams, match.Team2Id), WorkTeamId = match.WorkTeamId.Select(team => In(teams, team)) })],
                Divisions = [.. planned.Divisions.Select(division => division with { Pools = division.Pools.Select(pools => [.. pools.Select(pool => pool with { Teams = [.. pool.NamedTeams.Select(team => teams[team])] })]) })],
            };
        }

        if (!ownIds.Names)
            planned = PoolIds.Reconcile(planned, stored, mode);
        if (ownIds.Matches)
            return planned;
        var matches = MatchIds(planned, stored.Matches, archived);
        return (planned with { Matches = [.. planned.Matches.Select(match => match with { Id = new MatchId(matches[match.Id.Value]), FollowedBy = match.FollowedBy.Select(next => new MatchId(matches[next!.Value.Value])), PartOf = match.PartOf.Select(tie => new MatchId(matches[tie!.Value.Value])) })] }).WithoutRepeatedNumbers();
    }

    // A table only names teams, so a team of group A that plays in the final is read as two teams. If the stored team plays in both divisions, it is one.
    private static Schedule WithOneTeamInSeveralDivisions(Schedule planned, Schedule stored)
    {
        var names = stored.Teams.ToDictionary(team => team.Id, team => NameKey.Of(team.Name));
        var own = stored.Teams.Select(team => (team.DivisionId, names[team.Id])).ToHashSet();
        var guests = stored.Matches
            .SelectMany(match => new[] { (match.DivisionId, Team: match.Team1Id), (match.DivisionId, Team: match.Team2Id) })
            .Where(side => side.Team is not null).Select(side => (side.DivisionId, Team: side.Team!.Value)).Distinct()
            .ToLookup(side => (side.DivisionId, names[side.Team]), side => side.Team);
        var storedId = planned.Teams
            .Select(team => (team.Id, Key: (team.DivisionId, NameKey.Of(team.Name))))
            .Where(team => !own.Contains(team.Key) && guests[team.Key].Count() == 1)
            .ToDictionary(team => team.Id, team => guests[team.Key].Single());
        if (storedId.Count == 0)
            return planned;

        // The planned team that stays: the one in the team's own division, else the first guest.
        var (home, divisions) = (stored.Teams.ToDictionary(team => team.Id), planned.Divisions.Select(division => division.Id).ToHashSet());
        var atHome = planned.Teams.ToLookup(team => (team.DivisionId, NameKey.Of(team.Name)), team => team.Id);
        var stays = storedId.GroupBy(team => team.Value, team => team.Key)
            .ToDictionary(team => team.Key, team => atHome[(home[team.Key].DivisionId, names[team.Key])].Append(team.First()).First());

        int Merged(int team) => storedId.TryGetValue(team, out var id) ? stays[id] : team;
        return planned with
        {
            Teams = [.. planned.Teams.Where(team => Merged(team.Id) == team.Id).Select(team =>
                storedId.TryGetValue(team.Id, out var id) && (home[id].DivisionId is not { } division || divisions.Contains(division)) ? team with { DivisionId = home[id].DivisionId } : team)],
            Matches = [.. planned.Matches.Select(match => match with { Team1Id = match.Team1Id is { } one ? Merged(one) : null, Team2Id = match.Team2Id is { } two ? Merged(two) : null, WorkTeamId = match.WorkTeamId.Select(team => Merged(team!.Value)) })],
            Divisions = [.. planned.Divisions.Select(division => division with { Pools = division.Pools.Select(pools => [.. pools.Select(pool => pool with { Teams = [.. pool.NamedTeams.Select(Merged).Distinct()] })]) })],
        };
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<int, int> Ids<T>(IReadOnlyList<T> planned, IReadOnlyList<T> stored, Func<T, int> idOf, Func<T, string> name)
    {
        var ids = new Dictionary<int, int>();
        AddSame(ids, planned, stored, idOf, name, inOrder: true);
        AddSame(ids, planned, stored, idOf, item => NameKey.Of(name(item)), inOrder: false);
        AddNew(ids, planned.Select(item => (idOf(item), (int?)null)), stored.Select(idOf));
        return ids;
    }

    private static Dictionary<int, int> TeamIds(IReadOnlyList<ScheduledTeam> planned, IReadOnlyList<ScheduledTeam> stored)
    {
        var ids = new Dictionary<int, int>();
        AddSame(ids, planned, stored, team => team.Id, team => (team.DivisionId, team.Name), inOrder: true);
        AddSame(ids, planned, stored, team => team.Id, team => (team.DivisionId, NameKey.Of(team.Name)), inOrder: false);
        // A team that changed its division is still the same team, if its name occurs only once.
        AddSame(ids, planned, stored, team => team.Id, team => team.Name, inOrder: false);
        AddNew(ids, planned.Select(team => (team.Id, (int?)null)), stored.Select(team => team.Id));
        return ids;
    }

    private static Dictionary<int, int> MatchIds(Schedule planned, IReadOnlyList<ScheduledMatch> stored, IReadOnlyList<ArchivedScore> archived)
    {
        var ids = new Dictionary<int, int>();
        // Rubbers have the sides of their tie, and must not be taken for it.
        var (all, rubbers) = (planned, stored.Where(match => match.PartOf.Value is not null).ToList());
        var taken = stored.Select(match => match.Id.Value).ToList();
        stored = [.. stored.Where(match => match.PartOf.Value is null)];
        planned = planned with { Matches = [.. planned.Matches.Where(match => match.PartOf.Value is null)] };
        AddSame(ids, [.. planned.Matches.Where(match => match.Number.Value is not null)], stored, match => match.Id.Value,
            match => NameKey.Of(match.Number.Value ?? Text(match.Id.Value)), inOrder: true);
        // Two teams that meet several times: first the meetings that stay when they are, so that one more before them moves none.
        AddSame(ids, planned.Matches, stored, match => match.Id.Value,
            match => (match.DivisionId, match.Team1Id, match.Team1Label, match.Team2Id, match.Team2Label, match.StartsAt), inOrder: true);
        AddSame(ids, planned.Matches, stored, match => match.Id.Value,
            match => (match.DivisionId, match.Team1Id, match.Team1Label, match.Team2Id, match.Team2Label), inOrder: true);
        // The same two sides the other way round. The plan then says that they were exchanged, and no score is lost.
        AddSame(ids, planned.Matches, stored, match => match.Id.Value,
            match => (match.DivisionId, Sides($"{match.Team1Id} {match.Team1Label}", $"{match.Team2Id} {match.Team2Label}")), inOrder: false);
        // The same division, court and time: the teams of that match were not known yet.
        AddSame(ids, planned.Matches, stored, match => match.Id.Value, match => (match.DivisionId, match.CourtId, match.StartsAt), inOrder: false);

        var names = planned.Teams.ToDictionary(team => team.Id, team => team.Name);
        var sides = planned.Matches.Select(match => (Id: match.Id.Value, Sides: Sides(Name(match.Team1Id, match.Team1Label), Name(match.Team2Id, match.Team2Label))));
        // Two sides without a name are not the same sides.
        var removed = archived.Where(score => score.Side1 + score.Side2 != "").Select(score => (Id: score.MatchId.Value, Sides: Sides(score.Side1, score.Side2)));
        AddSame(ids, [.. sides], [.. removed], match => match.Id, match => match.Sides, inOrder: false);

        var ofStoredTies = all.Matches.Where(match => match.PartOf.Value is { } tie && ids.ContainsKey(tie.Value)).Select(match => match with { PartOf = new MatchId(ids[match.PartOf.Value!.Value.Value]) }).ToList();
        AddSame(ids, ofStoredTies, rubbers, match => match.Id.Value, match => (match.PartOf.Value, match.Rubber.Value), inOrder: true);
        AddNew(ids, all.Matches.Select(match => (match.Id.Value, IdIn(match.Number.Value))), [.. taken, .. archived.Select(score => score.MatchId.Value)]);
        return ids;

        string Name(int? id, string? label) => id is { } team ? names[team] : label ?? "";
    }

    private static (string, string) Sides(string side1, string side2) =>
        string.CompareOrdinal(side1, side2) <= 0 ? (side1, side2) : (side2, side1);

    private static int? In(Dictionary<int, int> ids, int? id) => id is { } known ? ids[known] : null;

    // Gives planned items the ids of known ones with the same key; if there are several, in the order of their ids, or none at all.
    private static void AddSame<T, TKey>(
        Dictionary<int, int> ids, IReadOnlyList<T> planned, IReadOnlyList<T> known, Func<T, int> idOf, Func<T, TKey> key, bool inOrder)
        where TKey : notnull
    {
        var taken = ids.Values.ToHashSet();
        var left = known.Where(item => !taken.Contains(idOf(item))).OrderBy(idOf).ToLookup(key, idOf);
        foreach (var group in planned.Where(item => !ids.ContainsKey(idOf(item))).ToLookup(key, idOf))
        {
            if (!inOrder && (left[group.Key].Count() > 1 || group.Count() > 1))
                continue;
            foreach (var (item, id) in group.Zip(left[group.Key]))
                ids[item] = id;
        }
    }

    // "M12" is match 12, if there is no other. "R1M2" and "R2M2" can't both be match 2.
    private static int? IdIn(string? number)
    {
        var digits = string.Concat((number ?? "").SkipWhile(c => !char.IsAsciiDigit(c)));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    private static void AddNew(Dictionary<int, int> ids, IEnumerable<(int Id, int? Wanted)> planned, IEnumerable<int> known)
    {
        var (used, next) = (known.ToHashSet(), 1);
        foreach (var (id, wanted) in planned)
        {
            if (wanted is { } free && !ids.ContainsKey(id) && used.Add(free))
                ids[id] = free;
        }

        foreach (var id in planned.Select(item => item.Id).Where(id => !ids.ContainsKey(id)))
        {
            while (!used.Add(next))
                next++;
            ids[id] = next;
        }
    }
}
