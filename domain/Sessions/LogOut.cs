using MediatR;

namespace LiveFeed.Domain.Sessions;

/// <summary>Ends a session: no token of its family can be used any more.</summary>
public sealed record LogOut(string RefreshToken) : IRequest<Result<Done>>;

internal sealed class LogOutHandler(ISessionStore sessions, IMediator mediator) : IRequestHandler<LogOut, Result<Done>>
{
    public async Task<Result<Done>> Handle(LogOut request, CancellationToken cancellationToken) =>
        await sessions.FindAsync(Secrets.Hash(request.RefreshToken)) is { } token
            ? await mediator.SendAsync(new EndSession(token.UserId, token.FamilyId))
            : new Done();
}
