using MediatR;

namespace LiveFeed.Domain.Accounts;

/// <summary>Gives a user another password by the secret of a link, and ends all of the user's sessions.</summary>
/// <param name="Token">The secret.</param>
/// <param name="NewPassword">The new password.</param>
public sealed record ResetPassword(string Token, string NewPassword) : IRequest<Result<Done>>;

internal sealed class ResetPasswordHandler(
    IUserStore users, IPasswordHashing hashing, IPasswordResetTokens tokens, IMediator mediator, TimeProvider time)
    : IRequestHandler<ResetPassword, Result<Done>>
{
    private static readonly Error Over = new(
        ErrorCode.PasswordResetNotFound, "This link was used, or it has expired, or the password was changed since. Ask an administrator for another one.");

    public async Task<Result<Done>> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        if (AccountRules.ValidatePassword(request.NewPassword) is { } fault)
            return Error.Invalid(ErrorCode.InvalidRequest, "newPassword", fault);
        if (tokens.FindUser(request.Token, time.Now()) is not { } userId || await users.FindAsync(userId) is not { } user || !tokens.IsGenuine(request.Token, user.PasswordHash))
            return Over;
        var hash = await hashing.HashAsync(request.NewPassword, cancellationToken);
        var result = await mediator.SendAsync(new SetPassword(user.Id, user.PasswordHash, hash, null));
        // Another use of the link was faster.
        return result.Error?.Code == ErrorCode.WrongPassword ? Over : result;
    }
}
