using MediatR;

namespace LiveFeed.Domain.Sessions;

/// <summary>Opens a session. An unknown user and a wrong password get the same response after the same work.</summary>
/// <param name="Email">The account.</param>
/// <param name="Password">Its password.</param>
/// <param name="Device">What the user will recognize the session by; null if that isn't known.</param>
public sealed record LogIn(string Email, string Password, string? Device) : IRequest<Result<Session>>;

internal sealed class LogInHandler(IUserStore users, IPasswordHashing hashing, IMediator mediator) : IRequestHandler<LogIn, Result<Session>>
{
    public static readonly Error InvalidCredentials = new(ErrorCode.InvalidCredentials, "The email address or the password is wrong.");

    public async Task<Result<Session>> Handle(LogIn request, CancellationToken cancellationToken)
    {
        var user = AccountRules.MayExist(request.Email) ? await users.FindByEmailAsync(AccountRules.Normalize(request.Email)) : null;
        if (!await hashing.VerifyAsync(user?.PasswordHash, request.Password, cancellationToken) || user is null)
            return InvalidCredentials;
        return await mediator.SendAsync(new OpenSession(user.Id, user.PasswordHash, request.Device));
    }
}
