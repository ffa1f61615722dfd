namespace LiveFeed.Domain.Brackets;

/// <summary>What the teams of a draw must be: known or new, each of them once, with different seeds, and in no other pool if they get one.</summary>
internal static class DrawTeamRules
{
    /// <summary>Reports what is wrong.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="wrong">Takes a field, such as <c>teams[3].seed</c>, and a message.</param>
    public static void Validate(NewDraw draw, Schedule schedule, Action<string, string> wrong)
    {
        if (draw.TeamList.Count is < NewDraw.MinTeams or > NewDraw.MaxTeams)
        {
            wrong("teams", $"A draw has {NewDraw.MinTeams} to {NewDraw.MaxTeams} teams, and this one has {draw.TeamList.Count}.");
            return;
        }

        var known = schedule.Teams.Select(team => team.Id).ToHashSet();
        var byName = schedule.Teams.Where(team => team.DivisionId == draw.DivisionId).ToLookup(team => NameKey.Of(team.Name), team => team.Id);
        var inPools = schedule.Divisions.SelectMany(division => division.Pools.Value ?? []).SelectMany(pool => pool.NamedTeams.Select(team => (team, pool.Name))).ToLookup(one => one.team, one => one.Name);
        var (ids, names, seeds) = (new HashSet<int>(), new HashSet<string>(), new HashSet<int>());
        foreach (var (index, team) in draw.TeamList.Index())
        {
            var at = $"teams[{index}]";
            if (team.Seed < 1)
                wrong($"{at}.seed", "A seed is a number from 1.");
            else if (team.Seed is { } seed && !seeds.Add(seed))
                wrong($"{at}.seed", $"Seed {seed} is there twice.");
            if (team.Group is { } group && !DisplayText.IsValid(group, Schedule.MaxText))
                wrong($"{at}.group", $"A group has 1 to {Schedule.MaxText} characters, without line breaks.");
            if (team.Id is null == team.Name is null)
                wrong(at, "Give the id of a team that the event has, or the name of a new one.");
            else if (team.Id is { } id)
                ValidateKnown(id, at);
            else if (!DisplayText.IsValid(team.Name!, Schedule.MaxText))
                wrong($"{at}.name", $"A name has 1 to {Schedule.MaxText} characters, without line breaks.");
            else if (!names.Add(NameKey.Of(team.Name!)))
                wrong($"{at}.name", "This team is in the draw twice.");
            else if (byName[NameKey.Of(team.Name!)].Cast<int?>().FirstOrDefault() is { } other)
                wrong($"{at}.name", $"The division has a team of this name already. Give its id, {other}, or another name.");
        }

        void ValidateKnown(int id, string at)
        {
            if (!known.Contains(id))
                wrong($"{at}.id", $"There is no team {id} in this schedule.");
            else if (!ids.Add(id))
                wrong($"{at}.id", $"Team {id} is in the draw twice.");
            else if (draw.IsPooled && inPools[id].FirstOrDefault() is { } pool)
                wrong($"{at}.id", $"Team {id} is in {pool} already.");
        }
    }
}
