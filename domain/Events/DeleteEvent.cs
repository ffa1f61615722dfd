using LiveFeed.Domain.ScorerLinks;
using MediatR;

namespace LiveFeed.Domain.Events;

/// <summary>Removes an event with everything in it.</summary>
public sealed record DeleteEvent(Actor Actor, EventId EventId, string? IdempotencyKey = null) : ICommand<Done>, IIdempotent, IEventCommand;

internal sealed class DeleteEventHandler(EventAuthorization authorization, IEventStore events, ScorerLinkEnder links) : IRequestHandler<DeleteEvent, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeleteEvent command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageAsync(command.EventId, command.Actor);
        if (managed.Value is not { } found)
            return managed.Error!;
        await links.EndSessionsAsync(command.EventId);
        found.Delete();
        await events.RemoveAsync(found);
        return new Done();
    }
}
