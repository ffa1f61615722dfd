using MediatR;

namespace LiveFeed.Domain.Teams;

/// <summary>Writes a message in a team's room.</summary>
public sealed record PostMessage(Actor Actor, EventId EventId, int TeamId, string Text, string? ClientMessageId, string? IdempotencyKey)
    : ICommand<PostedMessage>, IIdempotent, ITeamCommand;

/// <summary>The message that was written. Without its text: what a repeat returns is stored, and the text may be deleted.</summary>
public sealed record PostedMessage(string Id);

internal sealed class PostMessageHandler(TeamAuthorization authorization, IMessageStore messages, TimeProvider time) : IRequestHandler<PostMessage, Result<PostedMessage>>
{
    public async Task<Result<PostedMessage>> Handle(PostMessage command, CancellationToken cancellationToken)
    {
        var allowed = await authorization.AuthorizeAsync(command.EventId, command.TeamId, command.Actor);
        if (allowed.Error is { } error)
            return error;
        var text = MessageText.Clean(command.Text);
        if (text.Value is not { } clean)
            return text.Error!;
        var message = Message.Post(command.EventId, command.TeamId, command.Actor, clean, command.ClientMessageId, time.Now());
        messages.Add(message);
        return new PostedMessage(message.Id);
    }
}
