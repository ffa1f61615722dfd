using MediatR;

namespace LiveFeed.Domain.Sessions;

internal sealed record OpenSession(User User, string? Device) : ICommand<Session>;

internal sealed class OpenSessionHandler(ISessionStore sessions, IAccessTokens tokens, SessionLifetime lifetime, TimeProvider time)
    : IRequestHandler<OpenSession, Result<Session>>
{
    public Task<Result<Session>> Handle(OpenSession command, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var familyId = TokenFamily.Create(now);
        return Task.FromResult<Result<Session>>(sessions.Begin(
            command.User, Secrets.Create(), familyId, command.Device, tokens, now, lifetime.ExpiryOf(familyId, now)!.Value));
    }
}
