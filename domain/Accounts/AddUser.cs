using MediatR;

namespace LiveFeed.Domain.Accounts;

internal sealed record AddUser(string Email, string PasswordHash, string DisplayName, GlobalRole Role) : ICommand<User>;

internal sealed class AddUserHandler(IUserStore users, TimeProvider time) : IRequestHandler<AddUser, Result<User>>
{
    public async Task<Result<User>> Handle(AddUser command, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(command.Email) is not null)
            return Error.Invalid(ErrorCode.EmailTaken, "email", "There is an account with this email address. Sign in, or use another address.");
        var user = new User
        {
            Id = UserId.Create(),
            Email = command.Email,
            DisplayName = command.DisplayName,
            PasswordHash = command.PasswordHash,
            Role = command.Role,
            CreatedAt = time.Now(),
        };
        users.Add(user);
        return user;
    }
}
