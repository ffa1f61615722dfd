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
        var (ids, inPools) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<int>());
        foreach (var (index, division) in schedule.Divisions.Index())
        {
            var at = $"divisions[{index}]";
            if (division.Standings.Value?.Validate() is { } fault)
                wrong($"{at}.standings", fault);
            if (division.Pools.Value?.Count > MaxPools)
                wrong($"{at}.pools", $"A division has at most {MaxPools} pools.");
            foreach (var (number, pool) in (division.Pools.Value ?? []).Index())
                ValidatePool(pool, division.Pools.Value!, $"{at}.pools[{number}]");
        }

        var placed = schedule.Divisions.SelectMany(division => division.Pools.Value ?? []).Where(pool => pool.PlacesFrom is not null).Select(pool => pool.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, match) in schedule.Matches.Index())
        {
            if (match.Given.Pool.Value is not { } pool)
                continue;
            if (!ids.Contains(pool))
                wrong($"matches[{index}].pool", "There is no pool with this id in this schedule.");
            else if (placed.Contains(pool))
                wrong($"matches[{index}].pool", "The teams of this pool come from other pools, and play no matches in it.");
        }

        if (schedule.Matches.DistinctBy(match => match.Id).Count() < schedule.Matches.Count)
            return;
        foreach (var fault in BracketValidator.Validate([.. schedule.Matches.Select(match => ToBracket(match.Given))], [.. Pools(schedule).DistinctBy(pool => pool.Id)]))
            wrong($"matches[{fault.Match}].team{fault.Side}From", fault.Message);

        void ValidatePool(ScheduledPool pool, EquatableList<ScheduledPool> others, string at)
        {
            if (!DisplayText.IsValid(pool.Id, MaxPoolId))
                wrong($"{at}.id", $"A pool's id has 1 to {MaxPoolId} characters, without line breaks.");
            else if (!ids.Add(pool.Id))
                wrong($"{at}.id", "Another pool of this schedule has this id.");
            if (!DisplayText.IsValid(pool.Name, Schedule.MaxText))
                wrong($"{at}.name", $"A name has 1 to {Schedule.MaxText} characters, without line breaks.");
            if (pool.Teams is null == pool.PlacesFrom is null)
                wrong($"{at}.teams", "A pool has teams, or placesFrom, and not both.");
            if (pool.PlacesFrom is { } places)
                ValidatePlaces(places, pool, others, $"{at}.placesFrom", wrong);
            foreach (var (number, team) in pool.NamedTeams.Index())
            {
                if (!teams.Contains(team))
                    wrong($"{at}.teams[{number}]", $"There is no team {team} in this schedule.");
                else if (!inPools.Add(team))
                    wrong($"{at}.teams[{number}]", $"Team {team} is in a pool already.");
            }
        }
    }

    private static void ValidatePlaces(PlacesFrom places, ScheduledPool pool, IReadOnlyList<ScheduledPool> ofDivision, string at, Action<string, string> wrong)
    {
        if (places.Place < 1)
            wrong($"{at}.place", "A place is a number from 1.");
        if (places.Pools.Count == 0)
            wrong($"{at}.pools", "Name the pools whose teams these are.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, id) in places.Pools.Index())
        {
            var other = ofDivision.FirstOrDefault(one => one.Id == id);
            if (id == pool.Id)
                wrong($"{at}.pools[{index}]", "A pool can't be ranked by its own places.");
            else if (other is null)
                wrong($"{at}.pools[{index}]", "The division has no pool with this id.");
            else if (other.PlacesFrom is not null)
                wrong($"{at}.pools[{index}]", "The teams of this pool come from other pools. Name pools of teams.");
            else if (!seen.Add(id))
                wrong($"{at}.pools[{index}]", "This pool is in the list twice.");
            else if (places.Place > other.NamedTeams.Count)
                wrong($"{at}.place", $"Pool {id} has {other.NamedTeams.Count} teams, and no place {places.Place}.");
        }
    }

    /// <summary>
    /// Returns the schedule with what follows from it: sources of sides whose label says them, labels of sides that have only a source, and the pool of
    /// each match that two teams of one pool play in it, and sides of rubbers. What followed before, and follows no more, is gone.
    /// </summary>
    public static Schedule Complete(Schedule schedule)
    {
        var pools = Pools(schedule);
        if (pools.Count == 0 && schedule.Matches.All(match => match is { PartOf.Value: null, Team1From.Value: null, Team2From.Value: null, Team1Label: null, Team2Label: null, Inferred: InferredMembers.None }))
            return schedule;
        var divisionOf = schedule.Divisions.SelectMany(division => (division.Pools.Value ?? []).Select(pool => (pool.Id, Division: division.Id))).ToDictionary(one => one.Id, one => one.Division);
        // Rubbers have the sides of their ties, count for no pool, and are nobody's source.
        var matches = schedule.Matches.Where(match => match.PartOf.Value is null).ToList();
        var reader = new LabelReader(
            [.. matches.Select(match => new NumberedMatch(match.Id, match.Number.Value, match.DivisionId))],
            [.. pools.Select(pool => new NamedPool(pool.Id, pool.Name, pool.Size, divisionOf[pool.Id]))]);
        var read = matches.Select(match => WithSources(match, (label, isKnown) => isKnown ? null : reader.Read(label, match.DivisionId))).ToList();
        // Labels that together make a circle stay labels: nobody asked for sources.
        if (BracketValidator.Validate([.. read.Select(ToBracket)], pools).Count > 0)
            read = [.. matches.Select(match => WithSources(match, (_, _) => null))];
        var byId = read.ToDictionary(match => match.Id, ToBracket);
        var poolNames = pools.ToDictionary(pool => pool.Id, pool => pool.Name);
        var counted = PoolMatches.Find(read, pools);
        var complete = read.Select(match => WithPool(WithLabels(match))).ToDictionary(match => match.Id);
        return schedule with { Matches = [.. schedule.Matches.Select(match => match.PartOf.Value is { } tie ? match.InTie(complete[tie]) : complete[match.Id])] };

        ScheduledMatch WithLabels(ScheduledMatch match)
        {
            var (label1, label2) = (match.Team1Label ?? Label(match.Team1From.Value), match.Team2Label ?? Label(match.Team2From.Value));
            return match with
            {
                Team1Label = label1,
                Team2Label = label2,
                Inferred = match.Inferred | If(label1 != match.Team1Label, InferredMembers.Team1Label) | If(label2 != match.Team2Label, InferredMembers.Team2Label),
            };
        }

        ScheduledMatch WithPool(ScheduledMatch match) => match.Pool.Value is null && counted.TryGetValue(match.Id, out var pool)
            ? match with { Pool = pool, Inferred = match.Inferred | InferredMembers.Pool }
            : match;

        string? Label(SideSource? source) => source switch
        {
            { WinnerOf: { } id } => BracketLabels.Winner(byId[id]),
            { LoserOf: { } id } => BracketLabels.Loser(byId[id]),
            { Pool: { } pool, Place: { } place } => BracketLabels.Place(poolNames[pool], place),
            _ => null,
        };
    }

    /// <summary>Returns what was given of a match, with the sources that its labels say.</summary>
    /// <param name="match">The match.</param>
    /// <param name="read">Returns the source that a label says, if any, given the label and whether its team was set by hand.</param>
    private static ScheduledMatch WithSources(ScheduledMatch match, Func<string, bool, SideSource?> read)
    {
        var given = match.Given;
        var (side1, side2) = (Side(given.Team1From.Value, match.Team1From.Value, given.Team1Id, given.Team1Label), Side(given.Team2From.Value, match.Team2From.Value, given.Team2Id, given.Team2Label));
        return given with
        {
            Team1Id = side1.TeamId,
            Team2Id = side2.TeamId,
            Team1From = side1.From,
            Team2From = side2.From,
            Inferred = If(side1.From != given.Team1From.Value, InferredMembers.Team1From) | If(side2.From != given.Team2From.Value, InferredMembers.Team2From),
        };

        (int? TeamId, SideSource? From) Side(SideSource? from, SideSource? former, int? team, string? label)
        {
            var wasFilled = from is null && former is not null;
            var source = from ?? (label is null ? null : read(label, team is not null && !wasFilled));
            if (source?.Match == match.Id)
                source = null;
            // A team that came from elsewhere is found anew.
            return (wasFilled && source != former ? null : team, source);
        }
    }

    private static InferredMembers If(bool isInferred, InferredMembers member) => isInferred ? member : InferredMembers.None;

    private static List<BracketPool> Pools(Schedule schedule) =>
        [.. schedule.Divisions.SelectMany(division => division.Pools.Value ?? []).Select(pool => new BracketPool(pool.Id, pool.Name, pool.NamedTeams, pool.PlacesFrom?.Pools))];

    private static BracketMatch ToBracket(ScheduledMatch match) => new(
        match.Id, new BracketSide(match.Team1Id, match.Team1From.Value, match.Team1Label, ByeLabel.Is(match.Team1Id, match.Team1From.Value, match.Team1Label)),
        new BracketSide(match.Team2Id, match.Team2From.Value, match.Team2Label, ByeLabel.Is(match.Team2Id, match.Team2From.Value, match.Team2Label)), match.Number.Value, match.Pool.Value);
}
