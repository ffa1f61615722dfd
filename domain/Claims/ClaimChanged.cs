using MediatR;

namespace LiveFeed.Domain.Claims;

/// <summary>A claim was made, extended or ended.</summary>
public sealed record ClaimChanged(EventId EventId, ClaimView Claim, EntrySubject Subject, DateTimeOffset At) : INotification;

internal sealed class ClaimChangedToFeed(IFeedEntryCollector feed) : INotificationHandler<ClaimChanged>
{
    public Task Handle(ClaimChanged changed, CancellationToken cancellationToken)
    {
        feed.Add(new FeedEntryDraft(
            Topics.ForEvent(changed.EventId), EntryTypes.ClaimUpdate, $"claim/{changed.Claim.MatchId}", changed.At, changed.Claim, changed.Subject));
        return Task.CompletedTask;
    }
}
