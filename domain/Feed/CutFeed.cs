using MediatR;

namespace LiveFeed.Domain.Feed;

/// <summary>
/// Removes old entries from an event's log, a limited number at a time: those up to a sequence that have been superseded by then. What remains of them is the
/// event's state, which snapshots are made of. Readers whose cursor is before the cut get a snapshot.
/// </summary>
/// <param name="EventId">The event.</param>
/// <param name="UpTo">The sequence.</param>
/// <param name="Archived">Whether this is the last cut of an archived event, whose log gets an epoch of its own. Nothing is done if it is archived no longer.</param>
/// <param name="Forgets">Whether nobody may get what is removed any more: the log gets another epoch, so that every instance drops what it has of it in memory.</param>
public sealed record CutFeed(EventId EventId, long UpTo, bool Archived, bool Forgets = false) : ICommand<FeedCut>, IEventCommand;

/// <summary>How far a log is cut.</summary>
/// <param name="CutTo">Entries up to this sequence are only those of the state.</param>
/// <param name="Removed">How many entries were removed.</param>
public sealed record FeedCut(long CutTo, int Removed);

internal sealed class CutFeedHandler(IFeedCutter feeds, IEventStore events, IFeedEntryCollector entries) : IRequestHandler<CutFeed, Result<FeedCut>>
{
    public async Task<Result<FeedCut>> Handle(CutFeed command, CancellationToken cancellationToken)
    {
        var topic = Topics.ForEvent(command.EventId);
        if (await events.FindAsync(command.EventId) is not { } liveEvent || (command.Archived && !liveEvent.Archived) || await feeds.CutAsync(topic, command.UpTo) is not { } cut)
            return new FeedCut(command.UpTo, 0);
        if ((command.Archived || command.Forgets) && cut.CutTo >= command.UpTo)
        {
            await feeds.TryStartEpochAsync(topic);
            // Nothing is appended. This signals the epoch at once.
            if (command.Forgets)
                entries.AccessChanged(topic);
        }

        return cut;
    }
}
