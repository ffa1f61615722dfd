using MediatR;

namespace LiveFeed.Domain.Privacy;

/// <summary>Removes what was stored for an erased user alone while the account was being erased.</summary>
public sealed record RemoveOwn(UserId UserId) : ICommand<Done>, IUserCommand;

internal sealed class RemoveOwnHandler(IErasureStore store, ITopicStore topics) : IRequestHandler<RemoveOwn, Result<Done>>
{
    public async Task<Result<Done>> Handle(RemoveOwn command, CancellationToken cancellationToken)
    {
        await store.RemoveOwnAsync(command.UserId);
        await topics.RemoveAsync(Topics.ForUser(command.UserId));
        return new Done();
    }
}
