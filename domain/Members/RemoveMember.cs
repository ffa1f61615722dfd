using MediatR;

namespace LiveFeed.Domain.Members;

/// <summary>Removes a user's role in an event, and closes that user's streams if the event is for members only.</summary>
public sealed record RemoveMember(Actor Actor, EventId EventId, UserId UserId, string? IdempotencyKey = null)
    : ICommand<Done>, IIdempotent, IEventCommand;

internal sealed class RemoveMemberHandler(EventAuthorization authorization, IMemberStore members) : IRequestHandler<RemoveMember, Result<Done>>
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
        member.End();
        members.Remove(member);
        return new Done();
    }
}
