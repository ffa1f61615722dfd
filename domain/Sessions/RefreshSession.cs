using MediatR;

namespace LiveFeed.Domain.Sessions;

/// <summary>
/// Exchanges a refresh token for new tokens. Responses get lost and pages are reloaded, so for a short while after its first use a token
/// returns the same successor again, and <c>refresh_superseded</c> once that successor was used. A token that is presented later has been
/// copied by someone: its whole family is revoked, and both parties must sign in again (RFC 9700, section 4.14.2). An unknown token is
/// rejected by a read, without using the writer's time.
/// </summary>
public sealed record RefreshSession(string RefreshToken) : IRequest<Result<Session>>;

internal sealed class RefreshSessionHandler(ISessionStore sessions, IMediator mediator) : IRequestHandler<RefreshSession, Result<Session>>
{
    public async Task<Result<Session>> Handle(RefreshSession request, CancellationToken cancellationToken) =>
        await sessions.FindAsync(Secrets.Hash(request.RefreshToken)) is { } token
            ? await mediator.SendAsync(new RotateRefreshToken(token.UserId, request.RefreshToken))
            : RotateRefreshTokenHandler.Refused;
}
