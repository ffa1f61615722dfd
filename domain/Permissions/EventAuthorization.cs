
namespace LiveFeed.Domain.Permissions;

/// <summary>Checks what an actor may do to an event, from the data of the running transaction.</summary>
internal sealed class EventAuthorization(IEventStore events, IMemberStore members) : IDomainService
{
    public static readonly Error EventNotFound = new(ErrorCode.EventNotFound, "There is no event with this id.");

    private static readonly Error Archived =
        new(ErrorCode.EventArchived, "This event is archived: nothing can be written any more. An organizer can reopen it.");

    /// <summary>Returns the event if the actor may manage it.</summary>
    public async Task<Result<LiveEvent>> AuthorizeManageAsync(string eventId, Actor actor, CancellationToken cancellationToken)
    {
        if (await events.FindAsync(eventId, cancellationToken) is not { } found)
            return EventNotFound;
        if (actor.IsAdmin || await RoleAsync(eventId, actor, cancellationToken) is EventRole.Organizer)
            return found;
        return new Error(ErrorCode.RoleRequired, "Only an organizer of this event, or an administrator, may do this.");
    }

    /// <summary>Returns the event if the actor may claim its matches and keep score, and it is not archived.</summary>
    public async Task<Result<LiveEvent>> AuthorizeScoreAsync(string eventId, Actor actor, CancellationToken cancellationToken)
    {
        if (await events.FindAsync(eventId, cancellationToken) is not { } found)
            return EventNotFound;
        if (!actor.IsAdmin && await RoleAsync(eventId, actor, cancellationToken) is not (EventRole.Organizer or EventRole.Media or EventRole.Coach))
            return new Error(ErrorCode.RoleRequired, "Only organizers, media and coaches of this event may claim matches and keep score. Ask an organizer for a role.");
        return found.Archived ? Archived : found;
    }

    /// <summary>Returns the event if the actor may manage it, and it is not archived.</summary>
    public async Task<Result<LiveEvent>> AuthorizeManageOpenAsync(string eventId, Actor actor, CancellationToken cancellationToken)
    {
        var managed = await AuthorizeManageAsync(eventId, actor, cancellationToken);
        return managed.Value is { Archived: true } ? Archived : managed;
    }

    /// <summary>Returns the event if the actor may read it.</summary>
    public async Task<Result<LiveEvent>> AuthorizeReadAsync(string eventId, Actor actor, CancellationToken cancellationToken)
    {
        if (await events.FindAsync(eventId, cancellationToken) is not { } found)
            return EventNotFound;
        if (found.Visibility == Visibility.Public || actor.IsAdmin || await RoleAsync(eventId, actor, cancellationToken) is not null)
            return found;
        return new Error(ErrorCode.NotAMember, "This event is for its members. Ask an organizer to add you.");
    }

    /// <summary>Returns the event if the actor may read it, and it is not archived.</summary>
    public async Task<Result<LiveEvent>> AuthorizeReadOpenAsync(string eventId, Actor actor, CancellationToken cancellationToken)
    {
        var readable = await AuthorizeReadAsync(eventId, actor, cancellationToken);
        return readable.Value is { Archived: true } ? Archived : readable;
    }

    private async Task<EventRole?> RoleAsync(string eventId, Actor actor, CancellationToken cancellationToken) =>
        (await members.FindAsync(eventId, actor.UserId, cancellationToken))?.Role;
}
