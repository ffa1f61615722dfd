namespace LiveFeed.Domain.Feed;

/// <summary>The subject of an entry: what it is about, for readers' filters. An entry without a match concerns the whole event.</summary>
public readonly record struct EntrySubject(MatchId? MatchId = null, int? Team1Id = null, int? Team2Id = null, int? DivisionId = null)
{
    /// <summary>Returns whether a filter may let this subject pass and not the other one.</summary>
    public bool HasMoreThan(EntrySubject other) =>
        (Team1Id is { } team1 && !other.IsOf(team1)) || (Team2Id is { } team2 && !other.IsOf(team2)) || (DivisionId is { } division && division != other.DivisionId);

    private bool IsOf(int teamId) => Team1Id == teamId || Team2Id == teamId;
}
