namespace LiveFeed.Domain.Feed;

/// <summary>The subject of an entry: what it is about, for readers' filters. An entry without a match concerns the whole event.</summary>
public readonly record struct EntrySubject(MatchId? MatchId = null, int? Team1Id = null, int? Team2Id = null, int? DivisionId = null);
