using MediatR;

namespace LiveFeed.Domain.Invitations;

/// <summary>Makes an invitation unusable. Whoever has used it keeps the role.</summary>
public sealed record RevokeInvitation(Actor Actor, EventId EventId, string InvitationId) : ICommand<Done>, IEventCommand;

internal sealed class RevokeInvitationHandler(EventAuthorization authorization, IInvitationStore invitations) : IRequestHandler<RevokeInvitation, Result<Done>>
{
    public async Task<Result<Done>> Handle(RevokeInvitation command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageAsync(command.EventId, command.Actor);
        if (managed.Error is { } error)
            return error;
        if (await invitations.FindAsync(command.EventId, command.InvitationId) is not { } invitation)
            return InvitationErrors.NotFound;
        invitations.Remove(invitation);
        return new Done();
    }
}
