using MediatR;

namespace LiveFeed.Domain.Members;

/// <summary>
/// Gives a role to a user of whom only the email address is known. Only those who may manage the event learn whether there is such an
/// account.
/// </summary>
public sealed record AddMember(
    Actor Actor, EventId EventId, string Email, EventRole Role, IReadOnlyList<int> TeamIds, string? IdempotencyKey = null)
    : ICommand<MemberView>, IIdempotent, IEventCommand
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Manage;
}

internal sealed class AddMemberHandler(EventAuthorization authorization, IUserStore users, Memberships memberships)
    : IRequestHandler<AddMember, Result<MemberView>>
{
    public async Task<Result<MemberView>> Handle(AddMember command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageAsync(command.EventId, command.Actor);
        if (managed.Error is { } error)
            return error;
        if (!AccountRules.MayExist(command.Email) || await users.FindByEmailAsync(AccountRules.Normalize(command.Email)) is not { } user)
            return new Error(ErrorCode.UserNotFound, "There is no account with this email address. Ask its owner to register first.");
        return await memberships.GiveByAsync(command.Actor, command.EventId, user, command.Role, command.TeamIds);
    }
}
