using MediatR;

namespace LiveFeed.Domain.Sessions;

/// <summary>Opens a session for a user whose password was compared, unless it was replaced since, or the account erased.</summary>
internal sealed record OpenSession(UserId UserId, string ComparedHash, string? Device) : ICommand<Session>, IUserCommand;

internal sealed class OpenSessionHandler(IUserStore users, ISessionStore sessions, IAccessTokens tokens, SessionLifetime lifetime, TimeProvider time)
    : IRequestHandler<OpenSession, Result<Session>>
{
    public async Task<Result<Session>> Handle(OpenSession command, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(command.UserId) is not { } user || user.PasswordHash != command.ComparedHash)
            return LogInHandler.InvalidCredentials;
        var now = time.Now();
        var familyId = TokenFamily.Create(now);
        return sessions.Begin(user, Secrets.Create(), familyId, command.Device, tokens, now, lifetime.ExpiryOf(familyId, now)!.Value);
    }
}
