using MediatR;

namespace LiveFeed.Domain.Standings;

/// <summary>The standings of a pool changed.</summary>
public sealed record StandingsUpdated(Pool Pool, StandingsView View, DateTimeOffset At) : INotification;

internal sealed class StandingsUpdatedToFeed(IFeedEntryCollector feed) : INotificationHandler<StandingsUpdated>
{
    public Task Handle(StandingsUpdated updated, CancellationToken cancellationToken)
    {
        feed.Add(new FeedEntryDraft(
            Topics.ForEvent(updated.Pool.EventId), EntryTypes.StandingsUpdate, $"standings/{updated.Pool.Id}", updated.At, updated.View, new EntrySubject(DivisionId: updated.Pool.DivisionId)));
        return Task.CompletedTask;
    }
}
