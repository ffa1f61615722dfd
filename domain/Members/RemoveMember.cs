using LiveFeed.Domain.Notifications;
using MediatR;

namespace LiveFeed.Domain.Members;

/// <summary>Removes a user's role in an event and in its teams, and closes that user's streams if the event is for members only.</summary>
public sealed record RemoveMember(Actor Actor, EventId EventId, UserId UserId, string? IdempotencyKey = null)
    : ICommand<Done>, IIdempotent, IEventCommand;

internal sealed class RemoveMemberHandler(EventAuthorization authorization, IMemberStore members, ITeamMemberStore teamMembers, Notifier notifier) : IRequestHandler<RemoveMember, Result<Done>>
{
    public async Task<Result<Done>> Handle(RemoveMember command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageAsync(command.EventId, command.Actor);
        if (managed.Error is { } error)
            return error;
        if (await members.FindAsync(command.EventId, command.UserId) is not { } member)
            return CommonErrors.MemberNotFound;
        if (member.Role == EventRole.Organizer && await members.CountOrganizersAsync(command.EventId) == 1)
            return Memberships.LastOrganizer;
        foreach (var inTeam in await teamMembers.ListAsync(command.EventId, command.UserId))
        {
            inTeam.End();
            teamMembers.Remove(inTeam);
        }

        member.End();
        members.Remove(member);
        notifier.NotifyOfRole(command.Actor, command.EventId, command.UserId, null);
        return new Done();
    }
}
