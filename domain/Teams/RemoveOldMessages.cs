using MediatR;

namespace LiveFeed.Domain.Teams;

/// <summary>Removes messages of an event's rooms that are older than a time, a limited number at a time, and their texts from the feeds. Returns how many.</summary>
public sealed record RemoveOldMessages(EventId EventId, DateTimeOffset Before) : ICommand<RemovedRows>, IEventCommand;

internal sealed class RemoveOldMessagesHandler(IEventStore events, IMessageStore messages, TimeProvider time) : IRequestHandler<RemoveOldMessages, Result<RemovedRows>>
{
    // Others' writes wait meanwhile.
    private const int AtOnce = 100;

    public async Task<Result<RemovedRows>> Handle(RemoveOldMessages command, CancellationToken cancellationToken)
    {
        if (await events.FindAsync(command.EventId) is null)
            return new RemovedRows(0);
        var old = await messages.ListBeforeAsync(command.EventId, command.Before, AtOnce);
        foreach (var message in old)
        {
            message.Expire(time.Now());
            messages.Remove(message);
        }

        return new RemovedRows(old.Count);
    }
}
