namespace LiveFeed.Domain.Schedules;

/// <summary>A match with a score that a new schedule would take away or give to other teams.</summary>
public sealed record AffectedMatch(MatchId MatchId, AffectedChange Change)
{
    /// <summary>Returns all matches to which the plan does this, with a score or not, by id.</summary>
    public static IReadOnlyList<AffectedMatch> Between(Schedule stored, Schedule planned)
    {
        var wanted = planned.Matches.ToDictionary(match => match.Id);
        return
        [
            .. stored.Matches.Select(match => (match.Id, Change: Compare(match, wanted.GetValueOrDefault(match.Id))))
                .Where(match => match.Change is not null).OrderBy(match => match.Id).Select(match => new AffectedMatch(match.Id, match.Change!.Value)),
        ];
    }

    // Null if the score stays that of the same two sides. A label that becomes a team is no change, on its own side or after an exchange.
    private static AffectedChange? Compare(ScheduledMatch stored, ScheduledMatch? planned)
    {
        if (planned is null)
            return AffectedChange.Removed;
        var (before, after) = (Sides(stored), Sides(planned));
        var exchanged = (after.Item2, after.Item1);
        return before == after ? null
            : before == exchanged ? AffectedChange.Swapped
            : !IsReplaced(before, after) ? null
            : !IsReplaced(before, exchanged) ? AffectedChange.Swapped
            : AffectedChange.Team;
    }

    private static ((int? Id, string? Label), (int? Id, string? Label)) Sides(ScheduledMatch match) =>
        (Side(match.Team1Id, match.Team1Label), Side(match.Team2Id, match.Team2Label));

    private static (int? Id, string? Label) Side(int? id, string? label) => (id, id is null ? label : null);

    private static bool IsReplaced(((int? Id, string? Label), (int? Id, string? Label)) before, ((int? Id, string? Label), (int? Id, string? Label)) after) =>
        IsReplaced(before.Item1.Id, after.Item1.Id) || IsReplaced(before.Item2.Id, after.Item2.Id);

    private static bool IsReplaced(int? before, int? after) => before is { } team && after != team;
}
