using MediatR;

namespace LiveFeed.Domain.Scores;

/// <summary>A score changed.</summary>
public sealed record ScoreUpdated(EventId EventId, ScoreView Score, EntrySubject Subject, DateTimeOffset At) : INotification;

/// <summary>What a match's score says of who won changed, or no longer holds.</summary>
public sealed record ResultChanged(EventId EventId, MatchId MatchId) : INotification;

internal sealed class ResultChangedToDerived(IDerivedWork derived) : INotificationHandler<ResultChanged>
{
    public Task Handle(ResultChanged changed, CancellationToken cancellationToken)
    {
        derived.Add(changed.EventId, new DerivedChange(changed.MatchId));
        return Task.CompletedTask;
    }
}

internal sealed class ScoreUpdatedToFeed(IFeedEntryCollector feed) : INotificationHandler<ScoreUpdated>
{
    public Task Handle(ScoreUpdated updated, CancellationToken cancellationToken)
    {
        feed.Add(new FeedEntryDraft(
            Topics.ForEvent(updated.EventId), EntryTypes.ScoreUpdate, $"score/{updated.Score.MatchId}", updated.At, updated.Score, updated.Subject));
        return Task.CompletedTask;
    }
}
