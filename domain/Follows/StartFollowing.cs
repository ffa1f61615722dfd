using MediatR;

namespace LiveFeed.Domain.Follows;

/// <summary>Makes the actor follow something. Following it again changes nothing.</summary>
public sealed record StartFollowing(Actor Actor, FollowTarget Target) : ICommand<Done>, IUserCommand
{
    public UserId UserId => Actor.UserId;
}

internal sealed class StartFollowingHandler(
    EventAuthorization authorization, IScheduleStore schedules, IMatchStore matches, IFollowStore follows, FollowPolicy policy, TimeProvider time)
    : IRequestHandler<StartFollowing, Result<Done>>
{
    public async Task<Result<Done>> Handle(StartFollowing command, CancellationToken cancellationToken)
    {
        var (target, userId) = (command.Target, command.UserId);
        if ((await authorization.AuthorizeReadAsync(target.EventId, command.Actor)).Error is { } error)
            return error;
        if (target.Kind == FollowKind.Team && await schedules.FindTeamAsync(target.EventId, target.Id) is null)
            return CommonErrors.TeamNotFound;
        if (target.Kind == FollowKind.Match && await matches.FindAsync(target.EventId, MatchId.From(target.Id)) is null)
            return CommonErrors.MatchNotFound;
        if (await follows.FindAsync(userId, target) is not null)
            return new Done();
        if (await follows.CountAsync(userId) >= policy.MaxPerUser)
            return new Error(ErrorCode.LimitReached, $"You follow {policy.MaxPerUser} things, which is the most. Stop following one first.");
        follows.Add(new Follow { UserId = userId, EventId = target.EventId, Kind = target.Kind, TargetId = target.Id, Since = time.Now() });
        return new Done();
    }
}
