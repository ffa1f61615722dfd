using MediatR;

namespace LiveFeed.Domain.Privacy;

/// <summary>
/// Deletes messages of an erased user in the rooms of an event, a limited number at a time, and whatever else of the user was written there meanwhile. Returns how many
/// messages.
/// </summary>
public sealed record EraseInEvent(EventId EventId, UserId UserId) : ICommand<RemovedRows>, IEventCommand;

internal sealed class EraseInEventHandler(IEventStore events, IMessageStore messages, EventEraser eraser, TimeProvider time) : IRequestHandler<EraseInEvent, Result<RemovedRows>>
{
    // Others' writes wait meanwhile.
    private const int AtOnce = 100;

    public async Task<Result<RemovedRows>> Handle(EraseInEvent command, CancellationToken cancellationToken)
    {
        if (await events.FindAsync(command.EventId) is null)
            return new RemovedRows(0);
        await eraser.EraseAsync(command.EventId, command.UserId);
        var written = await messages.ListWrittenByAsync(command.EventId, command.UserId, AtOnce);
        foreach (var message in written)
            message.Delete(command.UserId, time.Now());
        return new RemovedRows(written.Count);
    }
}
