namespace LiveFeed.Domain.Schedules;

/// <summary>An event's schedule as it is stored.</summary>
public sealed record StoredSchedule(
    Dictionary<int, Division> Divisions, Dictionary<int, Court> Courts, Dictionary<int, Team> Teams, Dictionary<MatchId, Match> Matches,
    Dictionary<string, Pool> Pools)
{
    /// <summary>Returns all divisions, courts and teams, for comparison.</summary>
    public IReadOnlyList<object> Names() =>
    [
        .. Divisions.Values.OrderBy(division => division.Id).Select(division => ("division", division.Id, division.Name, division.Format, PoolsOf(division), division.Standings)),
        .. Courts.Values.OrderBy(court => court.Id).Select(court => ("court", court.Id, court.Name)),
        .. Teams.Values.OrderBy(team => team.Id).Select(team => team.ToView()),
    ];

    /// <summary>Returns the schedule in the form in which it is uploaded.</summary>
    public Schedule ToPlan() => new(
        [.. Divisions.Values.OrderBy(division => division.Id).Select(division => new ScheduledDivision(division.Id, division.Name, division.Format, PoolsOf(division), division.Standings))],
        [.. Courts.Values.OrderBy(court => court.Id).Select(court => new ScheduledName(court.Id, court.Name))],
        [.. Teams.Values.OrderBy(team => team.Id).Select(team => new ScheduledTeam(team.Id, team.Name, team.DivisionId))],
        [.. Matches.Values.OrderBy(match => match.Id).Select(match => match.ToPlan())]);

    private EquatableList<ScheduledPool>? PoolsOf(Division division) =>
        Pools.Values.Where(pool => pool.DivisionId == division.Id).OrderBy(pool => pool.Id, StringComparer.Ordinal).Select(pool => pool.ToPlan()).ToList() is { Count: > 0 } pools ? new(pools) : null;

    public DivisionView View(Division division) => new(division.Id, division.Name, division.Format, PoolsOf(division), division.Standings);

    public MatchView View(Match match) => new(
        match.Id,
        match.DivisionId is { } division ? new NamedView(division, Divisions[division].Name) : null,
        match.CourtId is { } court ? new NamedView(court, Courts[court].Name) : null,
        match.Team1Id is { } team1 ? new NamedView(team1, Teams[team1].Name) : null,
        match.Team2Id is { } team2 ? new NamedView(team2, Teams[team2].Name) : null,
        match.Team1Label,
        match.Team2Label,
        match.StartsAt,
        match.EndsAt,
        match.Number,
        match.Officials,
        match.WorkTeamId is { } workTeam ? new NamedView(workTeam, Teams[workTeam].Name) : null,
        match.NotBefore,
        match.FollowedBy,
        match.TieId,
        match.Leg,
        match.PlayedIn?.Resolve(),
        match.Team1From,
        match.Team2From,
        match.PoolId,
        match.PartOf,
        match.Rubber);
}
