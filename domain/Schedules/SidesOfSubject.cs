namespace LiveFeed.Domain.Schedules;

internal static class SidesOfSubject
{
    /// <summary>
    /// Returns what has happened to a match's two sides between two of its subjects; null if each is the same team's as before. A label that becomes a team is
    /// no change.
    /// </summary>
    public static AffectedChange? ChangeTo(this EntrySubject before, EntrySubject after) =>
        (before.Team1Id, before.Team2Id) == (after.Team1Id, after.Team2Id) ? null
        : (before.Team1Id, before.Team2Id) == (after.Team2Id, after.Team1Id) ? AffectedChange.Swapped
        : IsReplaced(before.Team1Id, after.Team1Id) || IsReplaced(before.Team2Id, after.Team2Id) ? AffectedChange.Team
        : null;

    private static bool IsReplaced(int? before, int? after) => before is not null && before != after;
}
