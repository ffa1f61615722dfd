namespace LiveFeed.Domain.Brackets;

/// <summary>Puts a draw into a schedule: new teams, pools, and matches whose sides are teams, places of pools, or winners and losers of matches.</summary>
internal static class DrawPlanner
{
    private const string DefaultPrefix = "M";

    /// <param name="schedule">The schedule as it is.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="archived">The ids of removed matches that have a score: a new match with one of them would get that score.</param>
    /// <param name="places">The teams of each complete pool by place. They are entered at once, so that readers get each match once.</param>
    public static Result<PlannedDraw> Plan(Schedule schedule, NewDraw draw, IEnumerable<MatchId> archived, IReadOnlyDictionary<string, IReadOnlyList<int?>> places)
    {
        if (DrawRules.Validate(draw, schedule) is { } invalid)
            return invalid;
        var made = draw.TeamList.Where(team => team.Id is null).ToList();
        var teams = made.Zip(NewIds.After([.. schedule.Teams.Select(team => team.Id)], made.Count))
            .Select(pair => new ScheduledTeam(pair.Second, pair.First.Name!, draw.DivisionId)).ToList();
        var next = new Queue<int>(teams.Select(team => team.Id));
        var seeded = draw.TeamList.Select(team => new SeededTeam(team.Id ?? next.Dequeue(), team.Seed, team.Group is { } group ? NameKey.Of(group) : null)).ToList();
        var division = schedule.Divisions.First(one => one.Id == draw.DivisionId);
        var pools = draw.IsPooled ? DrawPools.Create(draw, seeded, division, schedule) : [];
        // Bounded before they are made: 512 teams that all meet ten times are more than a million.
        var poolMatches = pools.Sum(pool => pool.Teams.Count * (pool.Teams.Count - 1) / 2) * (draw.Legs ?? 1);
        if (TooMany(poolMatches) is { } tooMany)
            return tooMany;
        var generated = DrawMatches.Create(draw, seeded, pools, division);
        if ((TooMany(generated.Count) ?? FindMissing(draw, generated)) is { } fault)
            return fault;

        var ids = NewIds.After([.. schedule.Matches.Select(match => match.Id).Concat(archived).Select(id => id.Value)], generated.Count).Select(id => new MatchId(id)).ToList();
        var matches = generated.Select((match, index) => Planned(match, index, draw, ids, places)).ToList();
        var added = pools.Select(pool => new ScheduledPool(pool.Id, pool.Name, new EquatableList<int>(pool.Teams))).ToList();
        var plan = schedule with
        {
            Divisions = added.Count == 0 ? schedule.Divisions
                : [.. schedule.Divisions.Select(one => one.Id == division.Id ? one with { Pools = new EquatableList<ScheduledPool>([.. one.Pools.Value ?? [], .. added]) } : one)],
            Teams = [.. schedule.Teams, .. teams],
            Matches = [.. schedule.Matches, .. matches],
        };
        return new PlannedDraw(plan, [.. teams.Select(team => team.Id)], added, ids, FindWarnings(matches, seeded));
    }

    private static Error? TooMany(int matches) => matches <= NewDraw.MaxMatches ? null
        : Error.Invalid(ErrorCode.InvalidDraw, "teams", $"This draw would have {matches} matches. A draw has at most {NewDraw.MaxMatches}.");

    // Few teams have neither two losing semi-finalists nor two who lose in the first round.
    private static Error? FindMissing(NewDraw draw, IReadOnlyList<BracketMatch> matches) =>
        draw.ThirdPlace && matches.All(match => match.Stage is not BracketStage.ThirdPlace)
            ? Error.Invalid(ErrorCode.InvalidDraw, "thirdPlace", "There is a match for third place if at least four teams enter the bracket.")
            : draw.Consolation && matches.All(match => match.Stage is not BracketStage.Consolation)
                ? Error.Invalid(ErrorCode.InvalidDraw, "consolation", "There is a consolation bracket if the first round has at least two matches, and these are not semi-finals with a match for third place.")
                : null;

    private static ScheduledMatch Planned(BracketMatch match, int index, NewDraw draw, List<MatchId> ids, IReadOnlyDictionary<string, IReadOnlyList<int?>> places)
    {
        return new ScheduledMatch(
            ids[index], draw.DivisionId, Team1Id: Team(match.Side1), Team2Id: Team(match.Side2),
            Number: FormattableString.Invariant($"{draw.NumberPrefix ?? DefaultPrefix}{(draw.FirstNumber is { } first ? first + index : ids[index].Value)}"),
            Team1From: Source(match.Side1.From), Team2From: Source(match.Side2.From), Pool: match.Pool);

        int? Team(BracketSide side) => side.From is { Pool: { } pool, Place: { } place } && places.TryGetValue(pool, out var teams) && place <= teams.Count ? teams[place - 1] : side.TeamId;

        // Generated matches are numbered from 1.
        SideSource? Source(SideSource? from) => from switch
        {
            { WinnerOf: { } won } => SideSource.FromWinner(ids[won.Value - 1]),
            { LoserOf: { } lost } => SideSource.FromLoser(ids[lost.Value - 1]),
            _ => from,
        };
    }

    private static List<ScheduleWarning> FindWarnings(List<ScheduledMatch> matches, List<SeededTeam> teams)
    {
        var groups = teams.ToDictionary(team => team.Id, team => team.Group);
        return [.. matches.Where(match => match is { Pool.Value: null, Team1Id: { } team1, Team2Id: { } team2 } && groups.GetValueOrDefault(team1) is { } group && group == groups.GetValueOrDefault(team2))
            .Select(match => new ScheduleWarning("same_group", $"Two teams of one group meet in match {match.Number.Value}, because they can't be kept apart.", [match.Id]))];
    }
}
