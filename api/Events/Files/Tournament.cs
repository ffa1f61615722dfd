namespace LiveFeed.Api.Events.Files;

/// <summary>
/// A tournament as read from a file, whatever the file's format: the schedule, and the course of every played match. The event id is the
/// file's suggestion, and valid by the wire contract. Matches are in the order of the file.
/// </summary>
internal sealed record Tournament(
    string EventId,
    string Name,
    string Sport,
    IReadOnlyList<PlannedDivision> Divisions,
    IReadOnlyList<PlannedCourt> Courts,
    IReadOnlyList<PlannedTeam> Teams,
    IReadOnlyList<PlannedMatch> Matches)
{
    public IEnumerable<PlannedMatch> Played => Matches.Where(match => match.Timeline.Count > 0);
}

internal sealed record PlannedDivision(int Id, string Name);

internal sealed record PlannedCourt(int Id, string Name);

/// <summary>
/// A team, in the division in which it entered. Its later matches may belong to others (such as a group's team in the final).
/// </summary>
internal sealed record PlannedTeam(int Id, string Name, int DivisionId);

/// <summary>One side of a match: a team, or, while it is not known, a label such as "Winner of match 3" (and then no id).</summary>
internal sealed record Side(int? TeamId, string Name);

/// <summary>
/// A match, with every change of its score in the order of play, the last one final; no changes if the file has no result.
/// </summary>
internal sealed record PlannedMatch(
    int Id,
    int DivisionId,
    int CourtId,
    Side Side1,
    Side Side2,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    IReadOnlyList<ScoreChange> Timeline)
{
    public string Title => $"{Side1.Name} - {Side2.Name}";
}

/// <summary>The whole score from one moment on, with one entry for each period.</summary>
internal sealed record ScoreChange(DateTimeOffset At, IReadOnlyList<SetPoints> Sets, bool IsFinal)
{
    /// <summary>1, 2, or null for a draw. The last period decides: a shoot-out only follows a score that could not decide.</summary>
    public int? Winner => Sets[^1] switch
    {
        { Team1: var one, Team2: var two } when one > two => 1,
        { Team1: var one, Team2: var two } when two > one => 2,
        _ => null,
    };

    public override string ToString() => string.Join(", ", Sets);
}

internal readonly record struct SetPoints(int Team1, int Team2)
{
    public override string ToString() => $"{Team1}-{Team2}";
}
