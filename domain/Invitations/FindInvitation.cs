using MediatR;

namespace LiveFeed.Domain.Invitations;

/// <summary>Finds an invitation by its secret. A text that is no secret is rejected by this read, so that it never uses the writer's time.</summary>
public sealed record FindInvitation(string Secret) : IRequest<Result<FoundInvitation>>;

/// <summary>An invitation, as anybody who has its link sees it.</summary>
/// <param name="EventId">The event.</param>
/// <param name="EventName">Its name.</param>
/// <param name="Role">The role that it gives.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
public sealed record FoundInvitation(EventId EventId, string EventName, EventRole Role, DateTimeOffset ExpiresAt);

internal sealed class FindInvitationHandler(OpenInvitations invitations, IEventStore events) : IRequestHandler<FindInvitation, Result<FoundInvitation>>
{
    public async Task<Result<FoundInvitation>> Handle(FindInvitation request, CancellationToken cancellationToken) =>
        await invitations.FindAsync(request.Secret) is { } invitation && await events.FindAsync(invitation.EventId) is { } found
            ? new FoundInvitation(found.Id, found.Name, invitation.Role, invitation.ExpiresAt)
            : InvitationErrors.NotFound;
}
