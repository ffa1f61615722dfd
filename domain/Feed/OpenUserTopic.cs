using MediatR;

namespace LiveFeed.Domain.Feed;

/// <summary>Gives a user's own topic, to which nothing came yet, its feed, so that it can be read.</summary>
/// <param name="UserId">The user.</param>
public sealed record OpenUserTopic(UserId UserId) : ICommand<Done>, IUserCommand;

internal sealed class OpenUserTopicHandler(IUserStore users, ITopicStore topics) : IRequestHandler<OpenUserTopic, Result<Done>>
{
    public async Task<Result<Done>> Handle(OpenUserTopic command, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(command.UserId) is null)
            return UserAccess.SignInRequired;
        await topics.OpenAsync([Topics.ForUser(command.UserId)]);
        return new Done();
    }
}
