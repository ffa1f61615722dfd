using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>A match was removed from the schedule, with its score and its claim.</summary>
public sealed record MatchRemoved(Match Match, DateTimeOffset At) : INotification;

internal sealed class MatchRemovedToFeed(IFeedEntryCollector feed) : INotificationHandler<MatchRemoved>
{
    public Task Handle(MatchRemoved removed, CancellationToken cancellationToken)
    {
        foreach (var entry in Entries(removed.Match, removed.Match.Subject, removed.At))
            feed.Add(entry);
        return Task.CompletedTask;
    }

    /// <summary>Returns the entries by which readers drop a match with its score and claim.</summary>
    public static FeedEntryDraft[] Entries(Match match, EntrySubject subject, DateTimeOffset at)
    {
        FeedEntryDraft Gone(string type, string key) =>
            new(Topics.ForEvent(match.EventId), type, $"{key}/{match.Id}", at, new RemovedView(match.Id), subject) { Removed = true };
        return [Gone(EntryTypes.MatchUpdate, "match"), Gone(EntryTypes.ScoreUpdate, "score"), Gone(EntryTypes.ClaimUpdate, "claim")];
    }
}
