namespace LiveFeed.Domain.Permissions;

/// <summary>Applies <see cref="EventPermissions"/> to an actor, with the data of the running transaction.</summary>
internal sealed class EventAuthorization(IEventStore events, IMemberStore members) : IDomainService
{
    /// <summary>Returns the event if the actor may manage it.</summary>
    public Task<Result<LiveEvent>> AuthorizeManageAsync(EventId eventId, Actor actor) =>
        AuthorizeAsync(eventId, actor, (_, role) => EventPermissions.CheckManage(actor.ToReader(), role));

    /// <summary>Returns the event if the actor may manage it, and it is not archived.</summary>
    public Task<Result<LiveEvent>> AuthorizeManageOpenAsync(EventId eventId, Actor actor) => AuthorizeAsync(
        eventId, actor, (found, role) => EventPermissions.CheckManage(actor.ToReader(), role) ?? EventPermissions.CheckOpen(found.Archived));

    /// <summary>Returns the event if the actor may claim its matches and keep score, and it is not archived.</summary>
    public Task<Result<LiveEvent>> AuthorizeScoreAsync(EventId eventId, Actor actor) => AuthorizeAsync(
        eventId, actor, (found, role) => EventPermissions.CheckScore(actor.ToReader(), role) ?? EventPermissions.CheckOpen(found.Archived));

    /// <summary>Returns the event if the actor may read it.</summary>
    public Task<Result<LiveEvent>> AuthorizeReadAsync(EventId eventId, Actor actor) =>
        AuthorizeAsync(eventId, actor, (found, role) => EventPermissions.CheckRead(found.Visibility, actor.ToReader(), role));

    /// <summary>Returns the event if the actor may read it, and it is not archived.</summary>
    public Task<Result<LiveEvent>> AuthorizeReadOpenAsync(EventId eventId, Actor actor) => AuthorizeAsync(
        eventId, actor, (found, role) => EventPermissions.CheckRead(found.Visibility, actor.ToReader(), role) ?? EventPermissions.CheckOpen(found.Archived));

    /// <summary>Returns the event if the actor has this permission, archived or not.</summary>
    public Task<Result<LiveEvent>> AuthorizeAsync(EventId eventId, Actor actor, EventPermission permission) => permission switch
    {
        EventPermission.Read => AuthorizeReadAsync(eventId, actor),
        EventPermission.Score => AuthorizeAsync(eventId, actor, (_, role) => EventPermissions.CheckScore(actor.ToReader(), role)),
        EventPermission.Manage => AuthorizeManageAsync(eventId, actor),
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, null),
    };

    private async Task<Result<LiveEvent>> AuthorizeAsync(EventId eventId, Actor actor, Func<LiveEvent, EventRole?, Error?> check)
    {
        if (await events.FindAsync(eventId) is not { } found)
            return CommonErrors.EventNotFound;
        var role = (await members.FindAsync(eventId, actor.UserId))?.Role;
        return check(found, role) is { } error ? error : found;
    }
}
