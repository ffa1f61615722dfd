using MediatR;

namespace LiveFeed.Domain.Access;

/// <summary>Opens a session. An unknown user and a wrong password get the same response after the same work.</summary>
public sealed record LogIn(string Email, string Password) : IRequest<Result<Session>>;

/// <summary>A signed-in user's tokens.</summary>
public sealed record Session(User User, AccessToken Access, string RefreshToken, DateTimeOffset RefreshExpiresAt);

/// <summary>How long a refresh token can be used.</summary>
public sealed record SessionLifetime(TimeSpan Refresh);

internal sealed class LogInHandler(IUserStore users, IPasswordHashing hashing, IMediator mediator) : IRequestHandler<LogIn, Result<Session>>
{
    public async Task<Result<Session>> Handle(LogIn request, CancellationToken cancellationToken)
    {
        var user = AccountRules.IsEmail(request.Email) ? await users.FindByEmailAsync(AccountRules.Normalize(request.Email), cancellationToken) : null;
        if (!await hashing.VerifyAsync(user?.PasswordHash, request.Password, cancellationToken) || user is null)
            return new Error(ErrorCode.InvalidCredentials, "The e-mail address or the password is wrong.");
        return await mediator.SendAsync(new OpenSession(user));
    }
}

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

internal static class Sessions
{
    public static Session Begin(this ISessionStore sessions, User user, string familyId, IAccessTokens tokens, DateTimeOffset expiresAt)
    {
        var secret = Secrets.Create();
        sessions.Add(new RefreshToken { Hash = Secrets.Hash(secret), UserId = user.Id, FamilyId = familyId, ExpiresAt = expiresAt });
        return new Session(user, tokens.Issue(user), secret, expiresAt);
    }
}
