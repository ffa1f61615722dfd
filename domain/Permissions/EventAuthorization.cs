using LiveFeed.Domain.ScorerLinks;
using LiveFeed.Domain.Sessions;

namespace LiveFeed.Domain.Permissions;

/// <summary>Applies <see cref="EventPermissions"/> to an actor, with the data of the running transaction.</summary>
internal sealed class EventAuthorization(
    IEventStore events, IMemberStore members, IUserStore users, IMatchStore matches, IClaimStore claims, OpenScorerLinks links, TimeProvider time)
    : IDomainService
{
    /// <summary>Returns the event if the actor may manage it.</summary>
    public Task<Result<LiveEvent>> AuthorizeManageAsync(EventId eventId, Actor actor) =>
        AuthorizeAsync(eventId, actor, (_, role, _) => EventPermissions.CheckManage(actor.ToReader(), role));

    /// <summary>Returns the event if the actor may manage it, and it is not archived.</summary>
    public Task<Result<LiveEvent>> AuthorizeManageOpenAsync(EventId eventId, Actor actor) => AuthorizeAsync(
        eventId, actor, (found, role, _) => EventPermissions.CheckManage(actor.ToReader(), role) ?? EventPermissions.CheckOpen(found.Archived));

    /// <summary>Returns the event if the actor may keep the score of matches in it, and it is not archived. Whether of a certain match: <see cref="AuthorizeScoreAsync"/>.</summary>
    public Task<Result<LiveEvent>> AuthorizeSomeScoreAsync(EventId eventId, Actor actor) => AuthorizeAsync(
        eventId, actor, (found, role, helps) => EventPermissions.CheckScore(actor.ToReader(), role, helps) ?? EventPermissions.CheckOpen(found.Archived));

    /// <summary>Returns the match, with its event, if the actor may claim it and keep its score, and the event is not archived.</summary>
    public async Task<Result<OpenMatch>> AuthorizeScoreAsync(EventId eventId, MatchId matchId, Actor actor)
    {
        var allowed = await AuthorizeSomeScoreAsync(eventId, actor);
        if (allowed.Value is not { } liveEvent)
            return allowed.Error!;
        if (await matches.FindAsync(eventId, matchId) is not { } match)
            return CommonErrors.MatchNotFound;
        if (actor.ScorerLink is not { } key)
            return new OpenMatch(liveEvent, match);
        // It may have ended just now.
        var link = await links.FindAsync(key);
        var isCovered = link is not null && (await IsForAsync(link, match) || await HoldsAsync(actor, match));
        return EventPermissions.CheckHelperScoresMatch(isCovered) is { } error ? error : new OpenMatch(liveEvent, match, link!.ExpiresAt);
    }

    /// <summary>Returns the event if the actor may read it.</summary>
    public Task<Result<LiveEvent>> AuthorizeReadAsync(EventId eventId, Actor actor) =>
        AuthorizeAsync(eventId, actor, (found, role, helps) => EventPermissions.CheckRead(found.Visibility, actor.ToReader(), role, helps));

    /// <summary>Returns the event if the actor may read it, and it is not archived.</summary>
    public Task<Result<LiveEvent>> AuthorizeReadOpenAsync(EventId eventId, Actor actor) => AuthorizeAsync(
        eventId, actor, (found, role, helps) => EventPermissions.CheckRead(found.Visibility, actor.ToReader(), role, helps) ?? EventPermissions.CheckOpen(found.Archived));

    /// <summary>Returns the event if the actor has this permission, archived or not.</summary>
    public Task<Result<LiveEvent>> AuthorizeAsync(EventId eventId, Actor actor, EventPermission permission) => permission switch
    {
        EventPermission.Read => AuthorizeReadAsync(eventId, actor),
        EventPermission.Score => AuthorizeAsync(eventId, actor, (_, role, helps) => EventPermissions.CheckScore(actor.ToReader(), role, helps)),
        EventPermission.Manage => AuthorizeManageAsync(eventId, actor),
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, null),
    };

    // A rubber is played on the court of its tie, unless it has one of its own.
    private async Task<bool> IsForAsync(ScorerLink link, Match match) =>
        link.Covers(match) || (match is { CourtId: null, PartOf: { } tieId } && await matches.FindAsync(match.EventId, tieId) is { } tie && link.Covers(tie));

    // A match that moves to another court is finished by the helper who has begun it: nothing that was recorded on the way is lost.
    private async Task<bool> HoldsAsync(Actor actor, Match match) =>
        await claims.FindAsync(match.EventId, match.Id) is { } claim && claim.HolderId == actor.UserId && !claim.HasExpired(time.Now());

    private async Task<Result<LiveEvent>> AuthorizeAsync(EventId eventId, Actor actor, Func<LiveEvent, EventRole?, bool, Error?> check)
    {
        if (await events.FindAsync(eventId) is not { } found)
            return CommonErrors.EventNotFound;
        // An administrator needs no role, which would have ended with the account: the command may have waited while it was erased.
        if (actor.IsAdmin && await users.FindAsync(actor.UserId) is null)
            return EndedSession.Refused;
        // A helper has what the link gives, and nothing else.
        var helps = actor.ScorerLink is { } key && key.EventId == eventId && await links.FindAsync(key) is not null;
        var role = actor.ScorerLink is null ? (await members.FindAsync(eventId, actor.UserId))?.Role : null;
        return check(found, role, helps) is { } error ? error : found;
    }
}
