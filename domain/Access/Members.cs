using MediatR;

namespace LiveFeed.Domain.Access;

/// <summary>A member of an event, as its organizers see it.</summary>
public sealed record MemberView(string UserId, string Name, EventRole Role, IReadOnlyList<int> TeamIds);

/// <summary>Gives a user a role in an event.</summary>
public sealed record PutMember(
    Actor Actor, string EventId, string UserId, EventRole Role, IReadOnlyList<int> TeamIds, string? IdempotencyKey = null)
    : ICommand<MemberView>, IIdempotent, IEventCommand;

/// <summary>
/// Gives a role to a user of whom only the e-mail address is known. Only those who may manage the event learn whether there is such an
/// account.
/// </summary>
public sealed record AddMember(
    Actor Actor, string EventId, string Email, EventRole Role, IReadOnlyList<int> TeamIds, string? IdempotencyKey = null)
    : ICommand<MemberView>, IIdempotent, IEventCommand;

internal sealed class PutMemberHandler(EventAuthorization guard, IUserStore users, Memberships memberships)
    : IRequestHandler<PutMember, Result<MemberView>>, IRequestHandler<AddMember, Result<MemberView>>
{
    public async Task<Result<MemberView>> Handle(PutMember command, CancellationToken cancellationToken)
    {
        var managed = await guard.AuthorizeManageAsync(command.EventId, command.Actor, cancellationToken);
        if (managed.Error is { } error)
            return error;
        if (await users.FindAsync(command.UserId, cancellationToken) is not { } user)
            return new Error(ErrorCode.UserNotFound, "There is no user with this id. A user's id is in the answer to registration and in GET /api/auth/me.");
        return await memberships.GiveAsync(command.EventId, user, command.Role, command.TeamIds, cancellationToken);
    }

    public async Task<Result<MemberView>> Handle(AddMember command, CancellationToken cancellationToken)
    {
        var managed = await guard.AuthorizeManageAsync(command.EventId, command.Actor, cancellationToken);
        if (managed.Error is { } error)
            return error;
        if (!AccountRules.IsEmail(command.Email) || await users.FindByEmailAsync(AccountRules.Normalize(command.Email), cancellationToken) is not { } user)
            return new Error(ErrorCode.UserNotFound, "There is no account with this e-mail address. Ask its owner to register first.");
        return await memberships.GiveAsync(command.EventId, user, command.Role, command.TeamIds, cancellationToken);
    }
}

/// <summary>Gives a role to a user who has been found, by id or by e-mail address.</summary>
internal sealed class Memberships(IMemberStore members, IFeedEntryCollector feed) : IDomainService
{
    public static readonly Error LastOrganizer =
        new(ErrorCode.LastOrganizer, "An event needs an organizer. Make somebody else organizer first.");

    public async Task<Result<MemberView>> GiveAsync(
        string eventId, User user, EventRole role, IReadOnlyList<int> teamIds, CancellationToken cancellationToken)
    {
        var member = await members.FindAsync(eventId, user.Id, cancellationToken);
        if (member is { Role: EventRole.Organizer } && role != EventRole.Organizer
            && await members.CountOrganizersAsync(eventId, cancellationToken) == 1)
            return LastOrganizer;
        if (member is null)
        {
            member = new Member { EventId = eventId, UserId = user.Id };
            members.Add(member);
        }

        member.Role = role;
        member.TeamIds = [.. teamIds.Distinct()];
        feed.AccessChanged(eventId);
        return new MemberView(user.Id, user.DisplayName, member.Role, member.TeamIds);
    }
}

/// <summary>Removes a user's role in an event, and closes that user's streams if the event is for members only.</summary>
public sealed record RemoveMember(Actor Actor, string EventId, string UserId, string? IdempotencyKey = null)
    : ICommand<Done>, IIdempotent, IEventCommand;

internal sealed class RemoveMemberHandler(EventAuthorization guard, IMemberStore members, IFeedEntryCollector feed) : IRequestHandler<RemoveMember, Result<Done>>
{
    public async Task<Result<Done>> Handle(RemoveMember command, CancellationToken cancellationToken)
    {
        var managed = await guard.AuthorizeManageAsync(command.EventId, command.Actor, cancellationToken);
        if (managed.Error is { } error)
            return error;
        if (await members.FindAsync(command.EventId, command.UserId, cancellationToken) is not { } member)
            return new Error(ErrorCode.MemberNotFound, "This user is not a member of the event.");
        if (member.Role == EventRole.Organizer && await members.CountOrganizersAsync(command.EventId, cancellationToken) == 1)
            return Memberships.LastOrganizer;
        members.Remove(member);
        feed.AccessChanged(command.EventId);
        return new Done();
    }
}
