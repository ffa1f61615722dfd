namespace LiveFeed.Domain.Lineups;

/// <summary>
/// The body of the entry that says that a side has another line-up. It has no players, and its entry no key: the line-ups of a large event would make up most of
/// every snapshot, and few readers look at one.
/// </summary>
/// <param name="MatchId">The match.</param>
/// <param name="Side">1 or 2.</param>
public sealed record LineupNotice(MatchId MatchId, int Side)
{
    internal static FeedEntryDraft Entry(Match match, int side, DateTimeOffset at) =>
        new(Topics.ForEvent(match.EventId), EntryTypes.LineupUpdate, null, at, new LineupNotice(match.Id, side), match.Subject);
}
