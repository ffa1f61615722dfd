using MediatR;

namespace LiveFeed.Domain.Access;

/// <summary>
/// Exchanges a refresh token for new tokens. A token that was exchanged before has been copied by somebody: its whole family is
/// revoked, and both parties must sign in again (RFC 9700, section 4.14.2).
/// </summary>
public sealed record RefreshSession(string RefreshToken) : ICommand<Session>;

internal sealed class RefreshSessionHandler(
    ISessionStore sessions, IUserStore users, IAccessTokens tokens, SessionLifetime lifetime, TimeProvider time)
    : IRequestHandler<RefreshSession, Result<Session>>
{
    private static readonly Error Refused = new(ErrorCode.InvalidRefreshToken, "This refresh token can't be used any more. Sign in again.");

    public async Task<Result<Session>> Handle(RefreshSession command, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var token = await sessions.FindAsync(Secrets.Hash(command.RefreshToken), cancellationToken);
        if (token is null || token.ExpiresAt <= now)
            return Refused;
        if (token.UsedAt is not null)
        {
            await sessions.RemoveFamilyAsync(token.FamilyId, cancellationToken);
            return Result<Session>.RefusedButKept(Refused);
        }

        if (await users.FindAsync(token.UserId, cancellationToken) is not { } user)
            return Refused;
        token.UsedAt = now;
        return sessions.Begin(user, token.FamilyId, tokens, now + lifetime.Refresh);
    }
}

/// <summary>Ends a session: no token of its family can be used any more.</summary>
public sealed record LogOut(string RefreshToken) : ICommand<Done>;

internal sealed class LogOutHandler(ISessionStore sessions) : IRequestHandler<LogOut, Result<Done>>
{
    public async Task<Result<Done>> Handle(LogOut command, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(Secrets.Hash(command.RefreshToken), cancellationToken) is { } token)
            await sessions.RemoveFamilyAsync(token.FamilyId, cancellationToken);
        return new Done();
    }
}
