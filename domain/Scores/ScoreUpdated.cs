using MediatR;

namespace LiveFeed.Domain.Scores;

/// <summary>A score changed.</summary>
public sealed record ScoreUpdated(EventId EventId, ScoreView Score, EntrySubject Subject, DateTimeOffset At) : INotification;

internal sealed class ScoreUpdatedToFeed(IFeedEntryCollector feed) : INotificationHandler<ScoreUpdated>
{
    public Task Handle(ScoreUpdated updated, CancellationToken cancellationToken)
    {
        feed.Add(new FeedEntryDraft(
            Topics.ForEvent(updated.EventId), EntryTypes.ScoreUpdate, $"score/{updated.Score.MatchId}", updated.At, updated.Score, updated.Subject));
        return Task.CompletedTask;
    }
}
