using MediatR;

namespace LiveFeed.Domain.Accounts;

/// <summary>
/// Issues a secret by which a user chooses a new password, for an administrator to pass on. The administrator never learns the password.
/// </summary>
/// <param name="Actor">The administrator.</param>
/// <param name="UserId">The user; or null, and the address says who.</param>
/// <param name="Email">The user's email address, if there is no id.</param>
public sealed record CreatePasswordReset(Actor Actor, UserId? UserId, string? Email) : IRequest<Result<PasswordReset>>;

/// <param name="UserId">Whose password it is for.</param>
/// <param name="Token">The secret.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
public sealed record PasswordReset(UserId UserId, string Token, DateTimeOffset ExpiresAt);

internal sealed class CreatePasswordResetHandler(
    IUserStore users, IPasswordResetTokens tokens, PasswordResetPolicy policy, TimeProvider time)
    : IRequestHandler<CreatePasswordReset, Result<PasswordReset>>
{
    private static readonly Error AdministratorRequired =
        new(ErrorCode.RoleRequired, "Only an administrator of this server may make a link for a new password. Ask one, or change your own with PUT /api/auth/password.");

    private static readonly Error NoSuchAccount = new(ErrorCode.UserNotFound, "There is no account with this email address or id.");

    public async Task<Result<PasswordReset>> Handle(CreatePasswordReset request, CancellationToken cancellationToken)
    {
        if (!request.Actor.IsAdmin)
            return AdministratorRequired;
        if (request.UserId is null == request.Email is null)
            return Error.Invalid(ErrorCode.InvalidRequest, "email", "Give either email or userId.");
        if (await FindAsync(request) is not { } user)
            return NoSuchAccount;
        var expiresAt = time.Now() + policy.Lifetime;
        return new PasswordReset(user.Id, tokens.Create(user.Id, user.PasswordHash, expiresAt), expiresAt);
    }

    private async Task<User?> FindAsync(CreatePasswordReset request)
    {
        if (request.UserId is { } id)
            return await users.FindAsync(id) is { IsHelper: false } found ? found : null;
        return AccountRules.MayExist(request.Email!) ? await users.FindByEmailAsync(AccountRules.Normalize(request.Email!)) : null;
    }
}
