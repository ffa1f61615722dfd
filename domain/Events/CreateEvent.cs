using LiveFeed.Domain.Sessions;
using MediatR;

namespace LiveFeed.Domain.Events;

/// <summary>Creates an event. The actor becomes its organizer.</summary>
public sealed record CreateEvent(Actor Actor, string Id, EventDetails Details, string? IdempotencyKey = null)
    : ICommand<EventView>, IIdempotent, IValidatable
{
    public Error? Validate() => EventId.TryParse(Id, out _) ? Details.Validate() : EventId.Malformed;
}

/// <summary>What an operator decides about events.</summary>
/// <param name="AnyUserMayCreate">Whether every user may create events, and not only administrators.</param>
/// <param name="TimeZone">The zone of an event that is created without one, by its IANA name.</param>
public sealed record EventPolicy(bool AnyUserMayCreate, string TimeZone = EventTimeZone.Utc);

internal sealed class CreateEventHandler(IEventStore events, IMemberStore members, IUserStore users, EventPolicy policy, TimeProvider time)
    : IRequestHandler<CreateEvent, Result<EventView>>
{
    public async Task<Result<EventView>> Handle(CreateEvent command, CancellationToken cancellationToken)
    {
        if (!command.Actor.IsAdmin && !policy.AnyUserMayCreate)
            return new Error(ErrorCode.Forbidden, "Only administrators may create events here.");
        // The account may have been erased while the command waited. Nobody could manage the event.
        if (await users.FindAsync(command.Actor.UserId) is null)
            return EndedSession.Refused;
        var id = EventId.From(command.Id);
        if (await events.FindAsync(id) is not null)
            return Error.Invalid(ErrorCode.EventExists, "id", "There is an event with this id. Change it with PATCH, or choose another id.");
        var created = LiveEvent.Create(id, command.Details with { TimeZone = command.Details.TimeZone ?? policy.TimeZone }, time.Now());
        events.Add(created);
        var organizer = new Member { EventId = id, UserId = command.Actor.UserId };
        organizer.Give(EventRole.Organizer, []);
        members.Add(organizer);
        return created.ToView();
    }
}
