using LiveFeed.Domain.Brackets;

namespace LiveFeed.Domain.Schedules;

/// <summary>Checks and completes what a schedule says of pools, and of sides that come from other matches or from pools.</summary>
public static class PoolsAndSources
{
    public const int MaxPools = 100;
    public const int MaxPoolId = 20;

    /// <summary>Reports what is wrong.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="teams">The ids of all teams.</param>
    /// <param name="wrong">Takes a position, such as <c>matches[3].team1From</c>, and a message.</param>
    public static void Validate(Schedule schedule, IReadOnlySet<int> teams, Action<string, string> wrong)
    {
        var (ids, placed) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<int>());
        foreach (var (index, division) in schedule.Divisions.Index())
        {
            var at = $"divisions[{index}]";
            if (division.Standings.Value?.Validate() is { } fault)
                wrong($"{at}.standings", fault);
            if (division.Pools.Value?.Count > MaxPools)
                wrong($"{at}.pools", $"A division has at most {MaxPools} pools.");
            foreach (var (number, pool) in (division.Pools.Value ?? []).Index())
                ValidatePool(pool, $"{at}.pools[{number}]");
        }

        foreach (var (index, match) in schedule.Matches.Index())
        {
            if (match.Pool.Value is { } pool && !ids.Contains(pool))
                wrong($"matches[{index}].pool", "There is no pool with this id in this schedule.");
        }

        if (schedule.Matches.DistinctBy(match => match.Id).Count() < schedule.Matches.Count)
            return;
        foreach (var fault in BracketValidator.Validate([.. schedule.Matches.Select(ToBracket)], [.. Pools(schedule).DistinctBy(pool => pool.Id)]))
            wrong($"matches[{fault.Match}].team{fault.Side}From", fault.Message);

        void ValidatePool(ScheduledPool pool, string at)
        {
            if (!DisplayText.IsValid(pool.Id, MaxPoolId))
                wrong($"{at}.id", $"A pool's id has 1 to {MaxPoolId} characters, without line breaks.");
            else if (!ids.Add(pool.Id))
                wrong($"{at}.id", "Another pool of this schedule has this id.");
            if (!DisplayText.IsValid(pool.Name, Schedule.MaxText))
                wrong($"{at}.name", $"A name has 1 to {Schedule.MaxText} characters, without line breaks.");
            foreach (var (number, team) in pool.Teams.Index())
            {
                if (!teams.Contains(team))
                    wrong($"{at}.teams[{number}]", $"There is no team {team} in this schedule.");
                else if (!placed.Add(team))
                    wrong($"{at}.teams[{number}]", $"Team {team} is in a pool already.");
            }
        }
    }

    /// <summary>
    /// Returns the schedule with what follows from it: sources of sides whose label says them, labels of sides that have only a source, and the pool of
    /// each match that two teams of one pool play in it.
    /// </summary>
    public static Schedule Complete(Schedule schedule)
    {
        var pools = Pools(schedule);
        if (pools.Count == 0 && schedule.Matches.All(match => match is { Team1From.Value: null, Team2From.Value: null } && (match.Team1Label ?? match.Team2Label) is null))
            return schedule;
        var divisionOf = schedule.Divisions.SelectMany(division => (division.Pools.Value ?? []).Select(pool => (pool.Id, Division: division.Id))).ToDictionary(one => one.Id, one => one.Division);
        var reader = new LabelReader(
            [.. schedule.Matches.Select(match => new NumberedMatch(match.Id, match.Number.Value, match.DivisionId))],
            [.. pools.Select(pool => new NamedPool(pool.Id, pool.Name, pool.Teams.Count, divisionOf[pool.Id]))]);
        var named = schedule.Matches.Select(match => match with
        {
            Team1From = match.Team1From.Value ?? Read(match, match.Team1Id, match.Team1Label),
            Team2From = match.Team2From.Value ?? Read(match, match.Team2Id, match.Team2Label),
        }).ToList();
        // Labels that together make a circle stay labels: nobody asked for sources.
        if (BracketValidator.Validate([.. named.Select(ToBracket)], pools).Count > 0)
            named = [.. schedule.Matches];
        var byId = named.ToDictionary(match => match.Id, ToBracket);
        var poolNames = pools.ToDictionary(pool => pool.Id, pool => pool.Name);
        var counted = PoolMatches.Find(named, pools);
        return schedule with
        {
            Matches = [.. named.Select(match => match with
            {
                Team1Label = match.Team1Label ?? Label(match.Team1From.Value),
                Team2Label = match.Team2Label ?? Label(match.Team2From.Value),
                Pool = match.Pool.Value ?? counted.GetValueOrDefault(match.Id),
            })],
        };

        SideSource? Read(ScheduledMatch match, int? teamId, string? label) =>
            teamId is null && label is not null && reader.Read(label, match.DivisionId) is { } source && source.Match != match.Id ? source : null;

        string? Label(SideSource? source) => source switch
        {
            { WinnerOf: { } id } => BracketLabels.Winner(byId[id]),
            { LoserOf: { } id } => BracketLabels.Loser(byId[id]),
            { Pool: { } pool, Place: { } place } => BracketLabels.Place(poolNames[pool], place),
            _ => null,
        };
    }

    private static List<BracketPool> Pools(Schedule schedule) =>
        [.. schedule.Divisions.SelectMany(division => division.Pools.Value ?? []).Select(pool => new BracketPool(pool.Id, pool.Name, pool.Teams))];

    private static BracketMatch ToBracket(ScheduledMatch match) => new(
        match.Id, new BracketSide(match.Team1Id, match.Team1From.Value, match.Team1Label, ByeLabel.Is(match.Team1Id, match.Team1From.Value, match.Team1Label)),
        new BracketSide(match.Team2Id, match.Team2From.Value, match.Team2Label, ByeLabel.Is(match.Team2Id, match.Team2From.Value, match.Team2Label)), match.Number.Value, match.Pool.Value);
}
