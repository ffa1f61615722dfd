namespace LiveFeed.Domain.Statistics;

/// <summary>The entries that report statistics.</summary>
internal static class StatisticsEntry
{
    public static FeedEntryDraft Create(EventId eventId, StatisticsView view, EntrySubject subject, DateTimeOffset at) =>
        new(Topics.ForEvent(eventId), EntryTypes.StatisticsUpdate, Key(view.MatchId), at, view, subject);

    /// <summary>Creates the entry by which readers drop a match's statistics.</summary>
    public static FeedEntryDraft Gone(Match match, EntrySubject subject, DateTimeOffset at) =>
        new(Topics.ForEvent(match.EventId), EntryTypes.StatisticsUpdate, Key(match.Id), at, new RemovedView(match.Id), subject) { Removed = true };

    private static string Key(MatchId matchId) => $"statistics/{matchId}";
}
