using MediatR;

namespace LiveFeed.Domain.Members;

/// <summary>Gives a user a role in an event.</summary>
public sealed record PutMember(
    Actor Actor, EventId EventId, UserId UserId, EventRole Role, IReadOnlyList<int> TeamIds, string? IdempotencyKey = null)
    : ICommand<MemberView>, IIdempotent, IEventCommand
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Manage;
}

internal sealed class PutMemberHandler(EventAuthorization authorization, IUserStore users, Memberships memberships)
    : IRequestHandler<PutMember, Result<MemberView>>
{
    public async Task<Result<MemberView>> Handle(PutMember command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageAsync(command.EventId, command.Actor);
        if (managed.Error is { } error)
            return error;
        if (await users.FindAsync(command.UserId) is not { IsHelper: false } user)
            return CommonErrors.UserNotFound;
        return await memberships.GiveByAsync(command.Actor, command.EventId, user, command.Role, command.TeamIds);
    }
}
