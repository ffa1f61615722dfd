using MediatR;

namespace LiveFeed.Domain.Sessions;

internal sealed record OpenSession(User User) : ICommand<Session>;

internal sealed class OpenSessionHandler(ISessionStore sessions, IAccessTokens tokens, SessionLifetime lifetime, TimeProvider time)
    : IRequestHandler<OpenSession, Result<Session>>
{
    public Task<Result<Session>> Handle(OpenSession command, CancellationToken cancellationToken)
    {
        var session = sessions.Begin(command.User, Guid.NewGuid().ToString("N"), tokens, time.Now() + lifetime.Refresh);
        return Task.FromResult<Result<Session>>(session);
    }
}
