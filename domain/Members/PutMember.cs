using LiveFeed.Domain.Notifications;
using MediatR;

namespace LiveFeed.Domain.Members;

/// <summary>Gives a user a role in an event.</summary>
public sealed record PutMember(
    Actor Actor, EventId EventId, UserId UserId, EventRole Role, IReadOnlyList<int> TeamIds, string? IdempotencyKey = null)
    : ICommand<MemberView>, IIdempotent, IEventCommand
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Manage;
}

internal sealed class PutMemberHandler(EventAuthorization authorization, IUserStore users, IMemberStore members, Memberships memberships, Notifier notifier)
    : IRequestHandler<PutMember, Result<MemberView>>
{
    public async Task<Result<MemberView>> Handle(PutMember command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageAsync(command.EventId, command.Actor);
        if (managed.Error is { } error)
            return error;
        if (await users.FindAsync(command.UserId) is not { IsHelper: false } user)
            return CommonErrors.UserNotFound;
        var (formerRole, formerTeams) = await members.FindAsync(command.EventId, user.Id) is { } member ? (member.Role, member.TeamIds) : ((EventRole?)null, (List<int>?)null);
        var given = await memberships.GiveAsync(command.EventId, user, command.Role, command.TeamIds);
        if (given.Value is { } now && (formerRole != now.Role || !formerTeams!.SequenceEqual(now.TeamIds)))
            notifier.NotifyOfRole(command.Actor, command.EventId, user.Id, now.Role);
        return given;
    }
}
