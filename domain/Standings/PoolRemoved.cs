using MediatR;

namespace LiveFeed.Domain.Standings;

/// <summary>A pool was removed, with its standings.</summary>
public sealed record PoolRemoved(Pool Pool, DateTimeOffset At) : INotification;

internal sealed class PoolRemovedToFeed(IFeedEntryCollector feed) : INotificationHandler<PoolRemoved>
{
    public Task Handle(PoolRemoved removed, CancellationToken cancellationToken)
    {
        // What was never published has nothing to take back.
        if (removed.Pool.Rows.Count > 0 || removed.Pool.Published is not null)
        {
            feed.Add(new FeedEntryDraft(
                Topics.ForEvent(removed.Pool.EventId), EntryTypes.StandingsUpdate, $"standings/{removed.Pool.Id}", removed.At, new RemovedPoolView(removed.Pool.Id),
                new EntrySubject(DivisionId: removed.Pool.DivisionId))
            { Removed = true });
        }

        return Task.CompletedTask;
    }
}

/// <summary>A pool that is gone.</summary>
public sealed record RemovedPoolView(string PoolId)
{
    public bool Removed => true;
}
