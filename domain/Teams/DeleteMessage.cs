using MediatR;

namespace LiveFeed.Domain.Teams;

/// <summary>Deletes a message: its author, a coach of the team, an organizer or an administrator.</summary>
public sealed record DeleteMessage(Actor Actor, EventId EventId, int TeamId, string Id, string? IdempotencyKey = null) : ICommand<Done>, IIdempotent, IEventCommand;

internal sealed class DeleteMessageHandler(TeamAuthorization authorization, IMessageStore messages, TimeProvider time) : IRequestHandler<DeleteMessage, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeleteMessage command, CancellationToken cancellationToken)
    {
        var allowed = await authorization.AuthorizeAsync(command.EventId, command.TeamId, command.Actor, alsoArchived: true);
        if (allowed.Value is not { } actor)
            return allowed.Error!;
        if (!Message.IsId(command.Id) || await messages.FindAsync(command.EventId, command.TeamId, command.Id) is not { DeletedAt: null } message)
            return TeamErrors.MessageNotFound;
        if (message.AuthorId != command.Actor.UserId && TeamPermissions.CheckManage(actor.Reader, actor.Role, actor.InTeam) is { } denied)
            return denied;
        message.Delete(command.Actor.UserId, time.Now());
        return new Done();
    }
}
