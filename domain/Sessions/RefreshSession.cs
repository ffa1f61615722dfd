using MediatR;

namespace LiveFeed.Domain.Sessions;

/// <summary>
/// Exchanges a refresh token for new tokens. A token that was exchanged before has been copied by someone: its whole family is revoked, and
/// both parties must sign in again (RFC 9700, section 4.14.2). An unknown token is rejected by a read, without using the writer's time.
/// </summary>
public sealed record RefreshSession(string RefreshToken) : IRequest<Result<Session>>;

internal sealed class RefreshSessionHandler(ISessionStore sessions, IMediator mediator) : IRequestHandler<RefreshSession, Result<Session>>
{
    public async Task<Result<Session>> Handle(RefreshSession request, CancellationToken cancellationToken) =>
        await sessions.FindAsync(Secrets.Hash(request.RefreshToken)) is { } token
            ? await mediator.SendAsync(new RotateRefreshToken(token.UserId, token.Hash))
            : RotateRefreshTokenHandler.Refused;
}
