using MediatR;

namespace LiveFeed.Domain.Access;

/// <summary>
/// Exchanges a refresh token for new tokens. A token that was exchanged before has been copied by someone: its whole family is revoked, and
/// both parties must sign in again (RFC 9700, section 4.14.2). An unknown token is rejected by a read, without using the writer's time.
/// </summary>
public sealed record RefreshSession(string RefreshToken) : IRequest<Result<Session>>;

internal sealed class RefreshSessionHandler(ISessionStore sessions, IMediator mediator) : IRequestHandler<RefreshSession, Result<Session>>
{
    public async Task<Result<Session>> Handle(RefreshSession request, CancellationToken cancellationToken) =>
        await sessions.FindAsync(Secrets.Hash(request.RefreshToken), cancellationToken) is { } token
            ? await mediator.SendAsync(new RotateRefreshToken(token.UserId, token.Hash))
            : RotateRefreshTokenHandler.Refused;
}

internal sealed record RotateRefreshToken(string UserId, string Hash) : ICommand<Session>, IUserCommand;

internal sealed class RotateRefreshTokenHandler(
    ISessionStore sessions, IUserStore users, IAccessTokens tokens, SessionLifetime lifetime, TimeProvider time)
    : IRequestHandler<RotateRefreshToken, Result<Session>>
{
    public static readonly Error Refused = new(ErrorCode.InvalidRefreshToken, "This refresh token can't be used any more. Sign in again.");

    public async Task<Result<Session>> Handle(RotateRefreshToken command, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var token = await sessions.FindAsync(command.Hash, cancellationToken);
        if (token is null || token.ExpiresAt <= now)
            return Refused;
        if (token.UsedAt is not null)
        {
            await sessions.RemoveFamilyAsync(token.FamilyId, cancellationToken);
            return Result<Session>.FailedButCommitted(Refused);
        }

        if (await users.FindAsync(token.UserId, cancellationToken) is not { } user)
            return Refused;
        token.UsedAt = now;
        return sessions.Begin(user, token.FamilyId, tokens, now + lifetime.Refresh);
    }
}

/// <summary>Ends a session: no token of its family can be used any more.</summary>
public sealed record LogOut(string RefreshToken) : IRequest<Result<Done>>;

internal sealed class LogOutHandler(ISessionStore sessions, IMediator mediator) : IRequestHandler<LogOut, Result<Done>>
{
    public async Task<Result<Done>> Handle(LogOut request, CancellationToken cancellationToken) =>
        await sessions.FindAsync(Secrets.Hash(request.RefreshToken), cancellationToken) is { } token
            ? await mediator.SendAsync(new EndSession(token.UserId, token.FamilyId))
            : new Done();
}

internal sealed record EndSession(string UserId, string FamilyId) : ICommand<Done>, IUserCommand;

internal sealed class EndSessionHandler(ISessionStore sessions) : IRequestHandler<EndSession, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndSession command, CancellationToken cancellationToken)
    {
        await sessions.RemoveFamilyAsync(command.FamilyId, cancellationToken);
        return new Done();
    }
}
