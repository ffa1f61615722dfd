namespace LiveFeed.Domain.Brackets;

/// <summary>What a draw must be, so that it can be made in a schedule.</summary>
internal static class DrawRules
{
    private const int MaxErrors = 50;

    /// <summary>Returns everything that is wrong, by field (<c>teams[3].seed</c>), or null.</summary>
    public static Error? Validate(NewDraw draw, Schedule schedule)
    {
        var errors = new Dictionary<string, string[]>();
        if (schedule.Divisions.FirstOrDefault(division => division.Id == draw.DivisionId) is not { } division)
        {
            Wrong("divisionId", $"There is no division {draw.DivisionId} in this schedule.");
        }
        else
        {
            ValidateMembers(draw, Wrong);
            if (draw.FromPools is { } places)
                ValidatePlaces(places, division, Wrong);
            else
                DrawTeamRules.Validate(draw, schedule, Wrong);
            if (errors.Count == 0 && draw.IsPooled)
                ValidatePools(draw, division, Wrong);
        }

        if (errors.Count > 0)
            return new Error(ErrorCode.InvalidDraw, errors.Count == 1 ? errors.Values.First()[0] : "No draw is made. Mend these places and send it again.", errors);
        return draw.Add ? null : FindObstacle(draw, schedule);

        void Wrong(string field, string message)
        {
            if (errors.Count < MaxErrors)
                errors.TryAdd(field, [message]);
        }
    }

    // A member that says nothing for this kind would be a surprise later.
    private static void ValidateMembers(NewDraw draw, Action<string, string> wrong)
    {
        if (draw.ThirdPlace && !draw.HasSingleElimination)
            wrong("thirdPlace", "Only a single elimination, or the bracket after pools, has a match for third place.");
        if (draw.Consolation && !draw.HasSingleElimination)
            wrong("consolation", "Only a single elimination, or the bracket after pools, has a consolation bracket.");
        if (draw.ResetFinal && draw.Kind is not DrawKind.DoubleElimination)
            wrong("resetFinal", "Only a double elimination has a second grand final.");
        if (draw.Legs is not null && !draw.IsPooled)
            wrong("legs", "Only pools and round robins have legs.");
        else if (draw.Legs is < 1 or > NewDraw.MaxLegs)
            wrong("legs", $"Each two teams meet 1 to {NewDraw.MaxLegs} times.");
        foreach (var (field, value) in new[] { ("poolCount", draw.PoolCount), ("poolSize", draw.PoolSize), ("advancing", draw.Advancing) })
        {
            if (value is not null && draw.Kind is not DrawKind.Pools)
                wrong(field, "Only the kind pools has this.");
            else if (value < 1)
                wrong(field, "This is a number from 1.");
        }

        if (draw.Kind is DrawKind.Pools && draw.PoolCount is null == draw.PoolSize is null)
            wrong("poolCount", "Give how many pools there are, or how many teams each has: poolCount or poolSize.");
        if (draw.FromPools is not null && draw.IsPooled)
            wrong("fromPools", "The best of pools enter a bracket: singleElimination or doubleElimination.");
        if (draw.FromPools is not null && draw.Teams is not null)
            wrong("teams", "Give teams or fromPools, not both.");
        if (draw.NumberPrefix is { } prefix && !DisplayText.IsValid(prefix, NewDraw.MaxPrefix))
            wrong("numberPrefix", $"A prefix has 1 to {NewDraw.MaxPrefix} characters, without line breaks.");
        if (draw.FirstNumber is < 0 or > NewDraw.MaxFirstNumber)
            wrong("firstNumber", $"The first number is 0 to {NewDraw.MaxFirstNumber}.");
    }

    private static void ValidatePlaces(DrawPlaces places, ScheduledDivision division, Action<string, string> wrong)
    {
        var known = (division.Pools.Value ?? []).Where(pool => pool.Teams is not null).ToDictionary(pool => pool.Id, StringComparer.Ordinal);
        var ids = places.Pools ?? [.. known.Keys];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, id) in ids.Index())
        {
            if (!known.TryGetValue(id, out var pool))
                wrong($"fromPools.pools[{index}]", "The division has no pool of teams with this id.");
            else if (!seen.Add(id))
                wrong($"fromPools.pools[{index}]", "This pool is in the list twice.");
            else if (places.First > pool.NamedTeams.Count)
                wrong("fromPools.first", $"{pool.Name} has {pool.NamedTeams.Count} teams.");
        }

        if (places.First < 1)
            wrong("fromPools.first", "This is a number from 1.");
        else if ((long)ids.Count * places.First is < NewDraw.MinTeams or > NewDraw.MaxTeams)
            wrong("fromPools", $"{NewDraw.MinTeams} to {NewDraw.MaxTeams} teams enter a bracket, and {(long)ids.Count * places.First} would.");
    }

    private static void ValidatePools(NewDraw draw, ScheduledDivision division, Action<string, string> wrong)
    {
        var teams = draw.TeamList.Count;
        var count = PoolCountOf(draw);
        var field = draw.PoolSize is null ? "poolCount" : "poolSize";
        if (count > teams / 2)
        {
            wrong(field, $"Each pool has at least two teams. {teams} teams are not enough for {count} pools.");
            return;
        }

        if (count + (division.Pools.Value?.Count ?? 0) > PoolsAndSources.MaxPools)
            wrong(field, $"A division has at most {PoolsAndSources.MaxPools} pools.");
        if (draw.Advancing > teams / count)
            wrong("advancing", $"The smallest pool has {teams / count} teams.");
        else if (draw.Advancing * count == 1)
            wrong("advancing", "One team alone has no bracket.");
    }

    /// <summary>Returns how many pools the teams are divided into.</summary>
    public static int PoolCountOf(NewDraw draw) =>
        draw.Kind is DrawKind.RoundRobin ? 1 : draw.PoolCount ?? PoolSeeding.CountOf(draw.TeamList.Count, draw.PoolSize!.Value);

    private static Error? FindObstacle(NewDraw draw, Schedule schedule)
    {
        var ofPools = draw.FromPools is null ? []
            : draw.FromPools.Pools ?? [.. schedule.Divisions.First(division => division.Id == draw.DivisionId).Pools.Value!.Select(pool => pool.Id)];
        var others = schedule.Matches.Count(match => match.DivisionId == draw.DivisionId && match.PartOf.Value is null && !(match.Pool.Value is { } pool && ofPools.Contains(pool)));
        return others == 0 ? null : new Error(ErrorCode.DivisionHasMatches, $"The division has {others} matches already. If the draw is to be added to them, send it again with \"add\": true.");
    }
}
