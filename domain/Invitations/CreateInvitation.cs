using LiveFeed.Domain.Sessions;
using MediatR;

namespace LiveFeed.Domain.Invitations;

/// <summary>Makes an invitation. A repeat makes another one: a response with a secret is not stored.</summary>
public sealed record CreateInvitation(Actor Actor, EventId EventId, EventRole Role, IReadOnlyList<int> TeamIds, int? Uses, DateTimeOffset? ExpiresAt)
    : ICommand<IssuedInvitation>, IEventCommand;

/// <summary>A new invitation and its secret, which nobody can read again.</summary>
public sealed record IssuedInvitation(Invitation Invitation, string Secret);

internal sealed class CreateInvitationHandler(EventAuthorization authorization, IInvitationStore invitations, InvitationPolicy policy, TimeProvider time)
    : IRequestHandler<CreateInvitation, Result<IssuedInvitation>>
{
    public async Task<Result<IssuedInvitation>> Handle(CreateInvitation command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageOpenAsync(command.EventId, command.Actor);
        if (managed.Error is { } error)
            return error;
        var now = time.Now();
        if (command.Uses is { } wanted && (wanted < 1 || wanted > policy.MaxUses))
            return Error.Invalid(ErrorCode.InvalidRequest, "uses", $"Give a number from 1 to {policy.MaxUses}.");
        if (command.ExpiresAt <= now || command.ExpiresAt > now + policy.MaxLifetime)
            return Error.Invalid(ErrorCode.InvalidRequest, "expiresAt", $"Give a time within the next {policy.MaxLifetime.TotalDays:0.##} days.");
        if (await invitations.CountOpenAsync(command.EventId, now) >= policy.MaxOpen)
            return new Error(ErrorCode.InvalidRequest, $"This event has {policy.MaxOpen} open invitations, which is the most. Revoke one first.");
        var secret = Secrets.Create();
        var invitation = new Invitation
        {
            Id = OrderedId.Create(now),
            EventId = command.EventId,
            Hash = Secrets.Hash(secret),
            Role = command.Role,
            TeamIds = [.. command.TeamIds.Distinct()],
            UsesLeft = command.Uses ?? 1,
            ExpiresAt = command.ExpiresAt?.ToMilliseconds() ?? now + policy.Lifetime,
            CreatedAt = now,
            CreatorId = command.Actor.UserId,
        };
        invitations.Add(invitation);
        return new IssuedInvitation(invitation, secret);
    }
}
