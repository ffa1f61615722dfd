using MediatR;

namespace LiveFeed.Domain.Follows;

/// <summary>Ends that a user follows something. Nothing changes if the user doesn't.</summary>
public sealed record StopFollowing(UserId UserId, FollowTarget Target) : ICommand<Done>, IUserCommand;

internal sealed class StopFollowingHandler(IFollowStore follows) : IRequestHandler<StopFollowing, Result<Done>>
{
    public async Task<Result<Done>> Handle(StopFollowing command, CancellationToken cancellationToken)
    {
        if (await follows.FindAsync(command.UserId, command.Target) is { } follow)
            follows.Remove(follow);
        return new Done();
    }
}
