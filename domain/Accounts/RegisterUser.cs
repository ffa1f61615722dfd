using MediatR;

namespace LiveFeed.Domain.Accounts;

/// <summary>Creates an account. The password is hashed before the transaction, so that the transaction does not wait for it.</summary>
public sealed record RegisterUser(string Email, string Password, string DisplayName, GlobalRole Role = GlobalRole.User)
    : IRequest<Result<User>>;

internal sealed class RegisterUserHandler(IMediator mediator, IPasswordHashing hashing) : IRequestHandler<RegisterUser, Result<User>>
{
    public async Task<Result<User>> Handle(RegisterUser request, CancellationToken cancellationToken)
    {
        if (AccountRules.Validate(request.Email, request.Password, request.DisplayName, request.Role) is { } error)
            return error;
        var hash = await hashing.HashAsync(request.Password, cancellationToken);
        return await mediator.SendAsync(
            new AddUser(AccountRules.Normalize(request.Email), hash, DisplayText.Clean(request.DisplayName), request.Role));
    }
}
