namespace LiveFeed.Domain.Schedules;

/// <summary>A whole schedule, as an organizer uploads it.</summary>
public sealed record Schedule(
    IReadOnlyList<ScheduledDivision> Divisions, IReadOnlyList<ScheduledName> Courts, IReadOnlyList<ScheduledTeam> Teams,
    IReadOnlyList<ScheduledMatch> Matches)
{
    public const int MaxNames = 10_000;
    public const int MaxMatches = 10_000;
    public const int MaxText = 200;

    /// <summary>The longest text that people call a match by.</summary>
    public const int MaxNumber = 20;

    private const int MaxErrors = 50;

    /// <summary>Returns everything that is wrong with the schedule, by position (<c>matches[3].team1Id</c>), or null.</summary>
    public Error? Validate()
    {
        var errors = new Dictionary<string, string[]>();
        void Wrong(string field, string message)
        {
            if (errors.Count < MaxErrors)
                errors.TryAdd(field, [message]);
        }

        if (Matches.Count > MaxMatches)
            Wrong("matches", $"A schedule has at most {MaxMatches} matches.");
        if (Divisions.Count + Courts.Count + Teams.Count > MaxNames)
            Wrong("teams", $"A schedule has at most {MaxNames} divisions, courts and teams.");
        var divisions = Ids("divisions", Divisions.Select(division => (division.Id, division.Name)), Wrong);
        var courts = Ids("courts", Courts.Select(court => (court.Id, court.Name)), Wrong);
        var teams = Ids("teams", Teams.Select(team => (team.Id, team.Name)), Wrong);
        var players = new HashSet<int>();
        for (var i = 0; i < Teams.Count; i++)
        {
            if (Teams[i].DivisionId is { } division && !divisions.Contains(division))
                Wrong($"teams[{i}].divisionId", $"There is no division {division} in this schedule.");
            PlayerRules.Validate(Teams[i].Players.Value ?? [], $"teams[{i}].players", players, Wrong);
        }

        if (players.Count > PlayerRules.MaxPerEvent)
            Wrong("teams", $"An event has at most {PlayerRules.MaxPerEvent} players.");

        var matches = new HashSet<MatchId>();
        for (var i = 0; i < Matches.Count; i++)
            CheckMatch(i, matches, divisions, courts, teams, Wrong);
        MatchDetails.Validate(Matches, teams, Wrong);
        RubberRules.Validate(this, Wrong);
        PoolsAndSources.Validate(this, teams, Wrong);
        var formats = Divisions.Select((division, i) => (At: $"divisions[{i}].format", division.Format))
            .Concat(Matches.Select((match, i) => (At: $"matches[{i}].format", match.Format)));
        foreach (var (field, messages) in formats.SelectMany(one => one.Format.Value?.Faults(one.At) ?? new Dictionary<string, string[]>()))
            Wrong(field, messages[0]);
        return errors.Count == 0
            ? null
            : new Error(ErrorCode.InvalidSchedule, "The schedule is not stored; mend these places and upload it again.", errors);
    }

    /// <summary>Returns the schedule as it is stored: with names and labels that can be shown (<see cref="DisplayText"/>).</summary>
    public Schedule Cleaned() => new(
        [.. Divisions.Select(division => division.Cleaned())],
        [.. Courts.Select(court => court with { Name = DisplayText.Clean(court.Name) })],
        [.. Teams.Select(team => team.Cleaned())],
        [.. Matches.Select(match => match.Cleaned())]);

    /// <summary>
    /// Returns the schedule that is stored if this one is uploaded: what its matches leave out stays as it is, and with
    /// <see cref="ScheduleMode.Merge"/> so do items that it doesn't have. They come after its own, so that its positions stay the same.
    /// </summary>
    public Schedule AppliedTo(Schedule stored, ScheduleMode mode)
    {
        var known = stored.Matches.ToDictionary(match => match.Id);
        var divisions = stored.Divisions.ToDictionary(division => division.Id);
        var teams = stored.Teams.ToDictionary(team => team.Id);
        var resolved = this with
        {
            Divisions = [.. Divisions.Select(division => division.AppliedTo(divisions.GetValueOrDefault(division.Id)))],
            Teams = [.. Teams.Select(team => team.AppliedTo(teams.GetValueOrDefault(team.Id)))],
            Matches = [.. Matches.Select(match => match.AppliedTo(known.GetValueOrDefault(match.Id)))],
        };
        return mode == ScheduleMode.Merge
            ? new Schedule(
                With(resolved.Divisions, stored.Divisions, division => division.Id), With(resolved.Courts, stored.Courts, court => court.Id),
                With(resolved.Teams, stored.Teams, team => team.Id), With(resolved.Matches, stored.Matches, match => match.Id))
            : resolved with { Matches = WithoutLostReferences(resolved) };
    }

    /// <summary>Returns the schedule with these players of its teams.</summary>
    public Schedule With(IEnumerable<Player> players)
    {
        var ofTeams = players.OrderBy(player => player.Id).ToLookup(player => player.TeamId, player => player.ToPlan());
        return this with { Teams = [.. Teams.Select(team => ofTeams.Contains(team.Id) ? team with { Players = new EquatableList<ScheduledPlayer>([.. ofTeams[team.Id]]) } : team)] };
    }

    /// <summary>Returns the schedule with this match, the last of its list.</summary>
    public Schedule With(ScheduledMatch match) => this with { Matches = [.. Matches.Where(other => other.Id != match.Id), match] };

    /// <summary>Returns the schedule without this match. What follows it then follows the match before it.</summary>
    public Schedule Without(ScheduledMatch match) => this with
    {
        Matches = [.. Matches.Where(other => other.Id != match.Id).Select(other => other.FollowedBy.Value == match.Id ? other with { FollowedBy = match.FollowedBy } : other)],
    };

    private static IReadOnlyList<T> With<T, TId>(IReadOnlyList<T> own, IReadOnlyList<T> stored, Func<T, TId> idOf) => [.. own, .. stored.ExceptBy(own.Select(idOf), idOf)];

    // What an upload leaves out can't refer to what it removes. What it says itself is checked as ever.
    private List<ScheduledMatch> WithoutLostReferences(Schedule resolved)
    {
        var (teams, matches) = (Teams.Select(team => team.Id).ToHashSet(), Matches.Select(match => match.Id).ToHashSet());
        var pools = resolved.Divisions.SelectMany(division => division.Pools.Value ?? []).Select(pool => pool.Id).ToHashSet();
        return
        [
            .. resolved.Matches.Zip(Matches).Select(pair => pair.First with
            {
                WorkTeamId = !pair.Second.WorkTeamId.IsGiven && pair.First.WorkTeamId.Value is { } team && !teams.Contains(team) ? default : pair.First.WorkTeamId,
                Team1From = Kept(pair.First.Team1From, pair.Second.Team1From),
                Team2From = Kept(pair.First.Team2From, pair.Second.Team2From),
                Pool = !pair.Second.Pool.IsGiven && pair.First.Pool.Value is { } ownPool && !pools.Contains(ownPool) ? default : pair.First.Pool,
                PartOf = IsLostTie(pair.First, pair.Second) ? default : pair.First.PartOf,
                Rubber = IsLostTie(pair.First, pair.Second) && !pair.Second.Rubber.IsGiven ? default : pair.First.Rubber,
                FollowedBy = !pair.Second.FollowedBy.IsGiven && pair.First.FollowedBy.Value is { } next && !matches.Contains(next) ? default : pair.First.FollowedBy,
            }),
        ];

        bool IsLostTie(ScheduledMatch match, ScheduledMatch given) => !given.PartOf.IsGiven && match.PartOf.Value is { } tie && !matches.Contains(tie);

        Optional<SideSource> Kept(Optional<SideSource> from, Optional<SideSource> given) =>
            !given.IsGiven && from.Value is { } source && (source.Match is { } match ? !matches.Contains(match) : !pools.Contains(source.Pool!)) ? default : from;
    }

    /// <summary>Returns the schedule without the numbers of matches that only repeat their ids: they say nothing.</summary>
    public Schedule WithoutRepeatedNumbers() => this with
    {
        Matches = [.. Matches.Select(match => match.Number == match.Id.ToString() ? match with { Number = null } : match)],
    };

    /// <summary>Returns a match of this schedule as clients see it.</summary>
    public MatchView View(ScheduledMatch match) => new(
        match.Id, Named(match.DivisionId, Divisions, division => division.Id, division => division.Name), Named(match.CourtId, Courts, court => court.Id, court => court.Name),
        Named(match.Team1Id, Teams, team => team.Id, team => team.Name), Named(match.Team2Id, Teams, team => team.Id, team => team.Name),
        match.Team1Label, match.Team2Label, match.StartsAt, match.EndsAt, match.Number.Value, match.Officials.Value,
        Named(match.WorkTeamId.Value, Teams, team => team.Id, team => team.Name), match.NotBefore.Value, match.FollowedBy.Value, match.TieId.Value, match.Leg.Value,
        match.FormatIn(Divisions.FirstOrDefault(division => division.Id == match.DivisionId)?.Format.Value)?.Resolve(),
        match.Team1From.Value, match.Team2From.Value, match.Pool.Value, match.PartOf.Value, match.Rubber.Value);

    private static NamedView? Named<T>(int? id, IReadOnlyList<T> items, Func<T, int> idOf, Func<T, string> nameOf) =>
        id is { } known ? new NamedView(known, nameOf(items.First(item => idOf(item) == known))) : null;

    private void CheckMatch(
        int index, HashSet<MatchId> seen, HashSet<int> divisions, HashSet<int> courts, HashSet<int> teams, Action<string, string> wrong)
    {
        var match = Matches[index];
        var at = $"matches[{index}]";
        if (!seen.Add(match.Id))
            wrong($"{at}.id", $"Match {match.Id} is in the schedule twice.");
        // A rubber has the sides and the division of its tie, and what is stored of them may be out of date.
        if (match.Given.DivisionId is { } division && !divisions.Contains(division))
            wrong($"{at}.divisionId", $"There is no division {division} in this schedule.");
        if (match.CourtId is { } court && !courts.Contains(court))
            wrong($"{at}.courtId", $"There is no court {court} in this schedule.");
        if (match.PartOf.Value is null)
            CheckSides(at, match, teams, wrong);
        if (match.Number.Value is { } number && !DisplayText.IsValid(number, MaxNumber))
            wrong($"{at}.number", $"A match's number has 1 to {MaxNumber} characters, without line breaks.");
        if (match.StartsAt > match.EndsAt)
            wrong($"{at}.endsAt", "The match must end after it starts.");
    }

    private static void CheckSides(string at, ScheduledMatch match, HashSet<int> teams, Action<string, string> wrong)
    {
        CheckSide($"{at}.team1", match.Team1Id, match.Team1Label, match.Team1From.Value, teams, wrong);
        CheckSide($"{at}.team2", match.Team2Id, match.Team2Label, match.Team2From.Value, teams, wrong);
        if (match.Team1Id is { } team1 && team1 == match.Team2Id)
            wrong($"{at}.team2Id", "A team can't play itself.");
    }

    private static void CheckSide(string field, int? teamId, string? label, SideSource? source, HashSet<int> teams, Action<string, string> wrong)
    {
        if (teamId is { } id && !teams.Contains(id))
            wrong($"{field}Id", $"There is no team {id} in this schedule.");
        if (teamId is null && source is null && string.IsNullOrWhiteSpace(label))
            wrong($"{field}Label", "Give the team, or a label such as \"Winner of match 12\" if it isn't known yet.");
        if (label is not null && !IsText(label))
            wrong($"{field}Label", $"A label has 1 to {MaxText} characters, without line breaks.");
    }

    private static HashSet<int> Ids(string list, IEnumerable<(int Id, string Name)> items, Action<string, string> wrong)
    {
        var ids = new HashSet<int>();
        var index = 0;
        foreach (var (id, name) in items)
        {
            if (!ids.Add(id))
                wrong($"{list}[{index}].id", $"The id {id} is in this list twice.");
            if (!IsText(name))
                wrong($"{list}[{index}].name", $"A name has 1 to {MaxText} characters, without line breaks.");
            index++;
        }

        return ids;
    }

    private static bool IsText(string text) => DisplayText.IsValid(text, MaxText);
}
