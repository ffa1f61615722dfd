using MediatR;

namespace LiveFeed.Domain.Access;

/// <summary>Creates an account. The password is hashed before the transaction, so that the transaction does not wait for it.</summary>
public sealed record RegisterUser(string Email, string Password, string DisplayName, GlobalRole Role = GlobalRole.User)
    : IRequest<Result<User>>;

internal sealed class RegisterUserHandler(IMediator mediator, IPasswordHashing hashing) : IRequestHandler<RegisterUser, Result<User>>
{
    public async Task<Result<User>> Handle(RegisterUser request, CancellationToken cancellationToken)
    {
        if (AccountRules.Validate(request.Email, request.Password, request.DisplayName) is { } error)
            return error;
        var hash = await hashing.HashAsync(request.Password, cancellationToken);
        return await mediator.SendAsync(
            new AddUser(AccountRules.Normalize(request.Email), hash, request.DisplayName.Trim().Normalize(), request.Role));
    }
}

internal sealed record AddUser(string Email, string PasswordHash, string DisplayName, GlobalRole Role) : ICommand<User>;

internal sealed class AddUserHandler(IUserStore users, TimeProvider time) : IRequestHandler<AddUser, Result<User>>
{
    public async Task<Result<User>> Handle(AddUser command, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(command.Email, cancellationToken) is not null)
            return Error.Invalid(ErrorCode.EmailTaken, "email", "There is an account with this e-mail address. Sign in, or use another address.");
        var user = new User
        {
            Id = Guid.NewGuid().ToString("N"),
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
