namespace LiveFeed.Domain.Brackets;

/// <summary>Shows what a draw would add to a schedule.</summary>
public static class DrawPreview
{
    /// <param name="schedule">The schedule as it is.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="archived">The ids of removed matches that have a score.</param>
    /// <param name="standings">The standings of the event's pools.</param>
    public static Result<DrawView> Create(Schedule schedule, NewDraw draw, IEnumerable<MatchId> archived, IEnumerable<StandingsView> standings)
    {
        var places = standings.Where(table => table.IsComplete).ToDictionary(table => table.PoolId, table => PoolPlaces.Of(table.Rows, row => row.Rank, row => row.Team.Id));
        var planned = DrawPlanner.Plan(schedule, draw, archived, places);
        if (planned.Value is not { } drawn)
            return planned.Error!;
        if (drawn.Schedule.Validate() is { } invalid)
            return invalid;
        var plan = PoolsAndSources.Complete(drawn.Schedule.Cleaned());
        var (teams, matches) = (plan.Teams.ToDictionary(team => team.Id), plan.Matches.ToDictionary(match => match.Id));
        return drawn.View(id => new TeamView(id, teams[id].Name, teams[id].DivisionId), id => plan.View(matches[id]));
    }
}
