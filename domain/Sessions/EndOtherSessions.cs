using MediatR;

namespace LiveFeed.Domain.Sessions;

/// <summary>Ends all sessions of a user but the one that asks for it.</summary>
public sealed record EndOtherSessions(UserId UserId, string? SessionId) : ICommand<Done>, IUserCommand;

internal sealed class EndOtherSessionsHandler(SessionEnder ender) : IRequestHandler<EndOtherSessions, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndOtherSessions command, CancellationToken cancellationToken)
    {
        await ender.EndOthersAsync(command.UserId, command.SessionId);
        return new Done();
    }
}
