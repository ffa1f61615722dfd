using LiveFeed.Domain.Sessions;

namespace LiveFeed.Domain.Teams;

/// <summary>Applies <see cref="TeamPermissions"/> to an actor, with the data of the running transaction.</summary>
internal sealed class TeamAuthorization(IEventStore events, IMemberStore members, ITeamMemberStore teamMembers, IUserStore users, IScheduleStore schedules) : IDomainService
{
    /// <summary>Returns what the actor is to a team, if the event and the team exist, and the event is not archived.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="teamId">The team.</param>
    /// <param name="actor">The actor.</param>
    /// <param name="alsoArchived">Whether the event may be archived.</param>
    public async Task<Result<TeamActor>> FindAsync(EventId eventId, int teamId, Actor actor, bool alsoArchived = false)
    {
        if (await events.FindAsync(eventId) is not { } liveEvent)
            return CommonErrors.EventNotFound;
        // As in EventAuthorization: the account may have been erased meanwhile.
        if (actor.IsAdmin && await users.FindAsync(actor.UserId) is null)
            return EndedSession.Refused;
        var member = await members.FindAsync(eventId, actor.UserId);
        var found = new TeamActor(actor, member?.Role, TeamRoles.Of(teamId, member, await teamMembers.FindAsync(eventId, teamId, actor.UserId)));
        // Whether there is such a team is for who may read the event. Scorer links are for no teams.
        if (EventPermissions.CheckRead(liveEvent.Visibility, actor.ToReader(), found.Role, helps: false) is { } hidden)
            return hidden;
        if (await schedules.FindTeamAsync(eventId, teamId) is null)
            return CommonErrors.TeamNotFound;
        return !alsoArchived && EventPermissions.CheckOpen(liveEvent.Archived) is { } archived ? archived : found;
    }

    /// <summary>Returns what the actor is to a team, if it may read and write in the team's room.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public async Task<Result<TeamActor>> AuthorizeAsync(EventId eventId, int teamId, Actor actor, bool alsoArchived = false)
    {
        var found = await FindAsync(eventId, teamId, actor, alsoArchived);
        return found.Value is { } team && TeamPermissions.CheckRead(actor.ToReader(), team.Role, team.InTeam) is { } error ? error : found;
    }
}
