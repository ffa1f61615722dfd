using LiveFeed.Domain.Sessions;
using MediatR;

namespace LiveFeed.Domain.Accounts;

/// <summary>Replaces the hash of a user's password, unless it was replaced since it was compared.</summary>
internal sealed record SetPassword(UserId UserId, string ComparedHash, string NewHash, string? SessionId) : ICommand<Done>, IUserCommand;

internal sealed class SetPasswordHandler(IUserStore users, SessionEnder ender) : IRequestHandler<SetPassword, Result<Done>>
{
    public static readonly Error WrongPassword = Error.Invalid(ErrorCode.WrongPassword, "currentPassword", "This is not your password.");

    public async Task<Result<Done>> Handle(SetPassword command, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(command.UserId) is not { } user)
            return CommonErrors.UserNotFound;
        if (user.PasswordHash != command.ComparedHash)
            return WrongPassword;
        user.PasswordHash = command.NewHash;
        await ender.EndOthersAsync(user.Id, command.SessionId);
        return new Done();
    }
}
