using LiveFeed.Domain.ScorerLinks;
using MediatR;

namespace LiveFeed.Domain.Sessions;

/// <summary>
/// Exchanges a refresh token for new tokens. Responses get lost and pages are reloaded, so for a short while after its first use a token
/// returns the same successor again, and <c>refresh_superseded</c> once that successor was used. A token that is presented later has been
/// copied by someone: its whole family is revoked, and both parties must sign in again (RFC 9700, section 4.14.2).
/// </summary>
public sealed record RefreshSession(UserId UserId, string RefreshToken, string? Device) : ICommand<Session>, IUserCommand;

internal sealed class RefreshSessionHandler(
    ISessionStore sessions, SessionEnder ender, IUserStore users, OpenScorerLinks links, IAccessTokens tokens, ISuccessorTokens successors, SessionLifetime lifetime,
    TimeProvider time)
    : IRequestHandler<RefreshSession, Result<Session>>
{
    public static readonly Error Refused = new(ErrorCode.InvalidRefreshToken, "This refresh token can't be used any more. Sign in again.");

    private static readonly Error Superseded = new(
        ErrorCode.RefreshSuperseded, "This refresh token was exchanged, and its successor has been used already. Use the newest one of this session.");

    public async Task<Result<Session>> Handle(RefreshSession command, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var token = await sessions.FindAsync(Secrets.Hash(command.RefreshToken));
        if (token is null || token.ExpiresAt <= now || await users.FindAsync(token.UserId) is not { } user)
            return Refused;
        if (user.GetScorerLink() is { } link && await links.FindAsync(link) is null)
            return Refused;
        if (token.UsedAt is { } usedAt)
            return now < usedAt + lifetime.Grace ? await RepeatAsync(token, command.RefreshToken, user, now) : await RevokeAsync(token);

        if (!TokenFamily.HasStart(token.FamilyId))
            await sessions.MoveFamilyAsync(token, TokenFamily.Create(now));
        if (lifetime.ExpiryOf(token.FamilyId, now) is not { } expiresAt)
            return Refused;
        token.UsedAt = now;
        return sessions.Begin(
            user, successors.Derive(command.RefreshToken, token.FamilyId), token.FamilyId, command.Device, tokens, now, expiresAt);
    }

    /// <summary>Returns the same successor again: its response may have been lost, or two tabs asked at once.</summary>
    private async Task<Result<Session>> RepeatAsync(RefreshToken token, string presented, User user, DateTimeOffset now)
    {
        foreach (var successor in successors.DeriveAll(presented, token.FamilyId))
        {
            if (await sessions.FindAsync(Secrets.Hash(successor)) is { UsedAt: null } stored && stored.ExpiresAt > now)
                return new Session(user, tokens.Issue(user, token.FamilyId), successor, stored.ExpiresAt);
        }

        return Superseded;
    }

    private async Task<Result<Session>> RevokeAsync(RefreshToken token)
    {
        await ender.EndAsync(token.UserId, token.FamilyId);
        return Result<Session>.FailedButCommitted(Refused);
    }
}
