using LiveFeed.Api.Errors;
using LiveFeed.Api.Feed;
using LiveFeed.Api.Http;
using LiveFeed.Domain.Permissions;

namespace LiveFeed.Api.Teams;

/// <summary>Runs behind <see cref="RoomReadAccessFilter"/>: rejects readers who don't manage the team.</summary>
internal sealed class TeamManagerFilter(TopicReads topics) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var (feed, error) = await topics.FindRoomAsync(http, context.GetArgument<EventId>(0), context.GetArgument<int>(1));
        if (feed is null)
            return new Problem(error!);
        return feed.Access.MayManage(http.Reader()) ? await next(context) : new Problem(TeamPermissions.CoachRequired);
    }
}
