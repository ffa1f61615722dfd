using MediatR;

namespace LiveFeed.Domain.Teams;

/// <summary>Writes a message in a team's room.</summary>
public sealed record PostMessage(Actor Actor, EventId EventId, int TeamId, string Text, string? ClientMessageId, string? IdempotencyKey)
    : ICommand<MessageView>, IIdempotent, ITeamCommand;

internal sealed class PostMessageHandler(TeamAuthorization authorization, IMessageStore messages, TimeProvider time) : IRequestHandler<PostMessage, Result<MessageView>>
{
    public async Task<Result<MessageView>> Handle(PostMessage command, CancellationToken cancellationToken)
    {
        var allowed = await authorization.AuthorizeAsync(command.EventId, command.TeamId, command.Actor);
        if (allowed.Error is { } error)
            return error;
        var text = MessageText.Clean(command.Text);
        if (text.Value is not { } clean)
            return text.Error!;
        var message = Message.Post(command.EventId, command.TeamId, command.Actor, clean, command.ClientMessageId, time.Now());
        messages.Add(message);
        return message.ToView(command.Actor.Name);
    }
}
