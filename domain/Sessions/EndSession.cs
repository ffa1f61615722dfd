using MediatR;

namespace LiveFeed.Domain.Sessions;

/// <summary>Ends a session: no token of its family can be used any more, and its streams are closed.</summary>
public sealed record EndSession(UserId UserId, string FamilyId) : ICommand<Done>, IUserCommand;

internal sealed class EndSessionHandler(SessionEnder ender) : IRequestHandler<EndSession, Result<Done>>
{
    private static readonly Error NotFound =
        new(ErrorCode.SessionNotFound, "You have no such session. It may have ended; GET /api/auth/sessions lists those that are open.");

    public async Task<Result<Done>> Handle(EndSession command, CancellationToken cancellationToken) =>
        await ender.EndAsync(command.UserId, command.FamilyId) ? new Done() : NotFound;
}
