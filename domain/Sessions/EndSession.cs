using MediatR;

namespace LiveFeed.Domain.Sessions;

/// <summary>Ends a session: no token of its family can be used any more.</summary>
public sealed record EndSession(UserId UserId, string FamilyId) : ICommand<Done>, IUserCommand;

internal sealed class EndSessionHandler(ISessionStore sessions) : IRequestHandler<EndSession, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndSession command, CancellationToken cancellationToken)
    {
        await sessions.RemoveFamilyAsync(command.FamilyId);
        return new Done();
    }
}
