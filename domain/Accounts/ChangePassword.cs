using MediatR;

namespace LiveFeed.Domain.Accounts;

/// <summary>Gives a user another password, and ends all of the user's other sessions: somebody else may have begun one.</summary>
/// <param name="UserId">The user.</param>
/// <param name="CurrentPassword">Whoever only holds a token must not be able to take the account over.</param>
/// <param name="NewPassword">The new password.</param>
/// <param name="SessionId">The session that goes on.</param>
public sealed record ChangePassword(UserId UserId, string CurrentPassword, string NewPassword, string? SessionId) : IRequest<Result<Done>>;

internal sealed class ChangePasswordHandler(IUserStore users, IPasswordHashing hashing, IMediator mediator) : IRequestHandler<ChangePassword, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        if (AccountRules.ValidatePassword(request.NewPassword) is { } fault)
            return Error.Invalid(ErrorCode.InvalidRequest, "newPassword", fault);
        if (await users.FindAsync(request.UserId) is not { } user)
            return CommonErrors.UserNotFound;
        if (!await hashing.VerifyAsync(user.PasswordHash, request.CurrentPassword, cancellationToken))
            return SetPasswordHandler.WrongPassword;
        // Hashed before the transaction, so that the transaction does not wait for it.
        var hash = await hashing.HashAsync(request.NewPassword, cancellationToken);
        return await mediator.SendAsync(new SetPassword(user.Id, user.PasswordHash, hash, request.SessionId));
    }
}
