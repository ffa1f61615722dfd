namespace LiveFeed.Domain.Schedules;

/// <summary>A whole schedule, as an organizer uploads it.</summary>
public sealed record Schedule(
    IReadOnlyList<ScheduledName> Divisions, IReadOnlyList<ScheduledName> Courts, IReadOnlyList<ScheduledTeam> Teams,
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
        for (var i = 0; i < Teams.Count; i++)
        {
            if (Teams[i].DivisionId is { } division && !divisions.Contains(division))
                Wrong($"teams[{i}].divisionId", $"There is no division {division} in this schedule.");
        }

        var matches = new HashSet<MatchId>();
        for (var i = 0; i < Matches.Count; i++)
            CheckMatch(i, matches, divisions, courts, teams, Wrong);
        return errors.Count == 0
            ? null
            : new Error(ErrorCode.InvalidSchedule, "The schedule is not stored; mend these places and upload it again.", errors);
    }

    /// <summary>Returns the schedule as it is stored: with names and labels that can be shown (<see cref="DisplayText"/>).</summary>
    public Schedule Cleaned() => new(
        [.. Divisions.Select(division => division with { Name = DisplayText.Clean(division.Name) })],
        [.. Courts.Select(court => court with { Name = DisplayText.Clean(court.Name) })],
        [.. Teams.Select(team => team with { Name = DisplayText.Clean(team.Name) })],
        [.. Matches.Select(match => match with { Team1Label = CleanLabel(match.Team1Label), Team2Label = CleanLabel(match.Team2Label), Number = CleanLabel(match.Number) })]);

    /// <summary>Returns a match of this schedule as clients see it.</summary>
    public MatchView View(ScheduledMatch match) => new(
        match.Id, Named(match.DivisionId, Divisions, division => division.Id, division => division.Name), Named(match.CourtId, Courts, court => court.Id, court => court.Name),
        Named(match.Team1Id, Teams, team => team.Id, team => team.Name), Named(match.Team2Id, Teams, team => team.Id, team => team.Name),
        match.Team1Label, match.Team2Label, match.StartsAt, match.EndsAt, match.Number);

    private static NamedView? Named<T>(int? id, IReadOnlyList<T> items, Func<T, int> idOf, Func<T, string> nameOf) =>
        id is { } known ? new NamedView(known, nameOf(items.First(item => idOf(item) == known))) : null;

    private static string? CleanLabel(string? label) => label is null ? null : DisplayText.Clean(label);

    private void CheckMatch(
        int index, HashSet<MatchId> seen, HashSet<int> divisions, HashSet<int> courts, HashSet<int> teams, Action<string, string> wrong)
    {
        var match = Matches[index];
        var at = $"matches[{index}]";
        if (!seen.Add(match.Id))
            wrong($"{at}.id", $"Match {match.Id} is in the schedule twice.");
        if (match.DivisionId is { } division && !divisions.Contains(division))
            wrong($"{at}.divisionId", $"There is no division {division} in this schedule.");
        if (match.CourtId is { } court && !courts.Contains(court))
            wrong($"{at}.courtId", $"There is no court {court} in this schedule.");
        CheckSide($"{at}.team1", match.Team1Id, match.Team1Label, teams, wrong);
        CheckSide($"{at}.team2", match.Team2Id, match.Team2Label, teams, wrong);
        if (match.Team1Id is { } team1 && team1 == match.Team2Id)
            wrong($"{at}.team2Id", "A team can't play itself.");
        if (match.Number is { } number && !DisplayText.IsValid(number, MaxNumber))
            wrong($"{at}.number", $"A match's number has 1 to {MaxNumber} characters, without line breaks.");
        if (match.StartsAt > match.EndsAt)
            wrong($"{at}.endsAt", "The match must end after it starts.");
    }

    private static void CheckSide(string field, int? teamId, string? label, HashSet<int> teams, Action<string, string> wrong)
    {
        if (teamId is { } id && !teams.Contains(id))
            wrong($"{field}Id", $"There is no team {id} in this schedule.");
        if (teamId is null && string.IsNullOrWhiteSpace(label))
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
