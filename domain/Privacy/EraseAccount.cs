using MediatR;

namespace LiveFeed.Domain.Privacy;

/// <summary>Erases an account, by its owner.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Password">The password: whoever only holds a token must not be able to erase the account.</param>
public sealed record EraseAccount(UserId UserId, string Password) : IRequest<Result<Done>>;

internal sealed class EraseAccountHandler(IUserStore users, IErasureStore store, IPasswordHashing hashing, IMediator mediator) : IRequestHandler<EraseAccount, Result<Done>>
{
    // Each time somebody has given the user something in another event meanwhile.
    private const int MaxAttempts = 10;

    public async Task<Result<Done>> Handle(EraseAccount request, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(request.UserId) is not { IsHelper: false } user)
            return CommonErrors.UserNotFound;
        if (!await hashing.VerifyAsync(user.PasswordHash, request.Password, cancellationToken))
            return EraseUserHandler.WrongPassword;
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var reach = await store.ReadReachAsync(user);
            var result = await mediator.SendAsync(new EraseUser(user.Id, user.PasswordHash, reach.EventIds, reach.UserIds));
            if (result.Error is { } error)
                return error;
            if (result.Value!.IsDone)
                return new Done();
        }

        throw new OverloadedException("What the user has kept changing.");
    }
}
