using MediatR;

namespace LiveFeed.Domain.Invitations;

/// <summary>Makes an invitation to an event. A repeat makes another one: a response with a secret is not stored.</summary>
public sealed record CreateInvitation(Actor Actor, EventId EventId, EventRole Role, IReadOnlyList<int> TeamIds, InvitationTerms Terms)
    : ICommand<IssuedInvitation>, IEventCommand;

/// <summary>A new invitation and its secret, which nobody can read again.</summary>
public sealed record IssuedInvitation(Invitation Invitation, string Secret);

internal sealed class CreateInvitationHandler(EventAuthorization authorization, NewInvitations invitations)
    : IRequestHandler<CreateInvitation, Result<IssuedInvitation>>
{
    public async Task<Result<IssuedInvitation>> Handle(CreateInvitation command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageOpenAsync(command.EventId, command.Actor);
        return managed.Error is { } error
            ? error
            : await invitations.IssueAsync(command.Actor, new InvitedTo(command.EventId, command.Role, command.TeamIds), command.Terms);
    }
}
