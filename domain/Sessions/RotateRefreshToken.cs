using MediatR;

namespace LiveFeed.Domain.Sessions;

internal sealed record RotateRefreshToken(UserId UserId, string Hash) : ICommand<Session>, IUserCommand;

internal sealed class RotateRefreshTokenHandler(
    ISessionStore sessions, IUserStore users, IAccessTokens tokens, SessionLifetime lifetime, TimeProvider time)
    : IRequestHandler<RotateRefreshToken, Result<Session>>
{
    public static readonly Error Refused = new(ErrorCode.InvalidRefreshToken, "This refresh token can't be used any more. Sign in again.");

    public async Task<Result<Session>> Handle(RotateRefreshToken command, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var token = await sessions.FindAsync(command.Hash);
        if (token is null || token.ExpiresAt <= now)
            return Refused;
        if (token.UsedAt is not null)
        {
            await sessions.RemoveFamilyAsync(token.FamilyId);
            return Result<Session>.FailedButCommitted(Refused);
        }

        if (await users.FindAsync(token.UserId) is not { } user)
            return Refused;
        token.UsedAt = now;
        return sessions.Begin(user, token.FamilyId, tokens, now + lifetime.Refresh);
    }
}
