using MediatR;

namespace LiveFeed.Domain.Events;

/// <summary>Changes an event's details.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="Id">The event.</param>
/// <param name="Change">Makes the new details from the stored ones.</param>
/// <param name="ExpectedVersion">The version that the change was made for; null for any.</param>
public sealed record ChangeEvent(Actor Actor, string Id, Func<EventDetails, EventDetails> Change, int? ExpectedVersion) : ICommand<EventView>;

internal sealed class ChangeEventHandler(Guard guard, TimeProvider time) : IRequestHandler<ChangeEvent, Result<EventView>>
{
    public async Task<Result<EventView>> Handle(ChangeEvent command, CancellationToken cancellationToken)
    {
        var managed = await guard.ManageAsync(command.Id, command.Actor, cancellationToken);
        if (managed.Value is not { } found)
            return managed.Error!;
        if (command.ExpectedVersion is { } expected && expected != found.Version)
            return new Error(ErrorCode.VersionMismatch, "The event has changed since you read it. Read it again and repeat your change.");
        var details = command.Change(found.Details);
        if (details.Check() is { } error)
            return error;
        found.Change(details, time.Now());
        return found.ToView();
    }
}

/// <summary>Removes an event with everything in it.</summary>
public sealed record DeleteEvent(Actor Actor, string Id) : ICommand<Done>;

internal sealed class DeleteEventHandler(Guard guard, IEventStore events, IFeedOutbox feed) : IRequestHandler<DeleteEvent, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeleteEvent command, CancellationToken cancellationToken)
    {
        var managed = await guard.ManageAsync(command.Id, command.Actor, cancellationToken);
        if (managed.Value is not { } found)
            return managed.Error!;
        events.Remove(found);
        feed.AccessChanged(command.Id);
        return new Done();
    }
}
