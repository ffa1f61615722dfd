using MediatR;

namespace LiveFeed.Domain.Privacy;

/// <summary>
/// Takes the name of an erased user out of entries of a log. With the last of them the log gets another epoch: every instance then drops what it has of it in memory, and
/// readers get a snapshot. Returns how many entries.
/// </summary>
/// <param name="EventId">The event that the topic belongs to.</param>
/// <param name="Topic">The topic.</param>
/// <param name="UserId">The user.</param>
/// <param name="Sequences">The entries. Not more than others can wait for.</param>
/// <param name="IsLast">Whether no others have the name.</param>
public sealed record BlankNames(EventId EventId, string Topic, UserId UserId, IReadOnlyCollection<long> Sequences, bool IsLast) : ICommand<RemovedRows>, IEventCommand;

internal sealed class BlankNamesHandler(IErasureStore store, IFeedCutter feeds, IFeedEntryCollector entries) : IRequestHandler<BlankNames, Result<RemovedRows>>
{
    public async Task<Result<RemovedRows>> Handle(BlankNames command, CancellationToken cancellationToken)
    {
        var blanked = await store.BlankNamesAsync(command.Topic, command.UserId, command.Sequences);
        // Nothing is appended. This signals the epoch at once.
        if (command.IsLast && await feeds.TryStartEpochAsync(command.Topic))
            entries.AccessChanged(command.Topic);
        return new RemovedRows(blanked);
    }
}
