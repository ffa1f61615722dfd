using MediatR;

namespace LiveFeed.Domain.Sessions;

internal sealed record RotateRefreshToken(UserId UserId, string Token) : ICommand<Session>, IUserCommand;

internal sealed class RotateRefreshTokenHandler(
    ISessionStore sessions, IUserStore users, IAccessTokens tokens, ISuccessorTokens successors, SessionLifetime lifetime, TimeProvider time)
    : IRequestHandler<RotateRefreshToken, Result<Session>>
{
    public static readonly Error Refused = new(ErrorCode.InvalidRefreshToken, "This refresh token can't be used any more. Sign in again.");

    private static readonly Error Superseded = new(
        ErrorCode.RefreshSuperseded, "This refresh token was exchanged, and its successor has been used already. Use the newest one of this session.");

    public async Task<Result<Session>> Handle(RotateRefreshToken command, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var token = await sessions.FindAsync(Secrets.Hash(command.Token));
        if (token is null || token.ExpiresAt <= now || await users.FindAsync(token.UserId) is not { } user)
            return Refused;
        if (token.UsedAt is { } usedAt)
            return now < usedAt + lifetime.Grace ? await RepeatAsync(token, command.Token, user, now) : await RevokeAsync(token);

        if (!TokenFamily.HasStart(token.FamilyId))
            await sessions.MoveFamilyAsync(token, TokenFamily.Create(now));
        if (lifetime.ExpiryOf(token.FamilyId, now) is not { } expiresAt)
            return Refused;
        token.UsedAt = now;
        return sessions.Begin(user, successors.Derive(command.Token, token.FamilyId), token.FamilyId, tokens, expiresAt);
    }

    /// <summary>Returns the same successor again: its response may have been lost, or two tabs asked at once.</summary>
    private async Task<Result<Session>> RepeatAsync(RefreshToken token, string presented, User user, DateTimeOffset now)
    {
        var successor = successors.Derive(presented, token.FamilyId);
        // There is none if the signing key was changed in between.
        return await sessions.FindAsync(Secrets.Hash(successor)) is { UsedAt: null } stored && stored.ExpiresAt > now
            ? new Session(user, tokens.Issue(user), successor, stored.ExpiresAt)
            : Superseded;
    }

    private async Task<Result<Session>> RevokeAsync(RefreshToken token)
    {
        await sessions.RemoveFamilyAsync(token.FamilyId);
        return Result<Session>.FailedButCommitted(Refused);
    }
}
