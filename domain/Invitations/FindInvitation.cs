using MediatR;

namespace LiveFeed.Domain.Invitations;

/// <summary>Finds an invitation by its secret. A text that is no secret is rejected by this read, so that it never uses the writer's time.</summary>
public sealed record FindInvitation(string Secret) : IRequest<Result<FoundInvitation>>;

/// <summary>An invitation, as anybody who has its link sees it.</summary>
/// <param name="EventId">The event.</param>
/// <param name="EventName">Its name.</param>
/// <param name="Role">The role in the event that it gives.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
/// <param name="Team">The team that it is for; null if it is for the event.</param>
public sealed record FoundInvitation(EventId EventId, string EventName, EventRole Role, DateTimeOffset ExpiresAt, InvitedTeam? Team);

internal sealed class FindInvitationHandler(OpenInvitations invitations, IEventStore events, IScheduleStore schedules)
    : IRequestHandler<FindInvitation, Result<FoundInvitation>>
{
    public async Task<Result<FoundInvitation>> Handle(FindInvitation request, CancellationToken cancellationToken) =>
        await invitations.FindAsync(request.Secret) is { } invitation && await events.FindAsync(invitation.EventId) is { } found
            ? new FoundInvitation(found.Id, found.Name, invitation.Role, invitation.ExpiresAt, await TeamAsync(invitation))
            : InvitationErrors.NotFound;

    private async Task<InvitedTeam?> TeamAsync(Invitation invitation) =>
        invitation is { TeamId: { } teamId, InTeam: { } role } && await schedules.FindTeamAsync(invitation.EventId, teamId) is { } team
            ? new InvitedTeam(teamId, team.Name, role)
            : null;
}
