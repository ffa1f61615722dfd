using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Domain.Permissions;
using LiveFeed.Infrastructure.Streaming.Delivery;
using LiveFeed.Infrastructure.Streaming.Feeds;
using MediatR;

namespace LiveFeed.Api.Feed;

/// <summary>Finds the feeds of the topics that a request names, and rejects those that the reader may not read.</summary>
internal sealed class TopicReads(FeedRegistry feeds)
{
    private static readonly Error TopicNotFound = new(
        ErrorCode.TopicNotFound, "There is no such topic. An event's is events/ and its id; the room of a team is that, /teams/ and the team's id; your own is me.");

    /// <summary>Returns the topics that can be read and those that can't, or the response if none can: what the first one's own would be.</summary>
    /// <param name="context">The request.</param>
    /// <param name="query">The topics.</param>
    /// <param name="isStream">Whether there is nothing to wait for if all that can be read is over.</param>
    public async Task<ReadableTopics> FindAsync(HttpContext context, TopicsQuery query, bool isStream)
    {
        var (topics, rejected, first) = (new List<TopicRequest>(), new List<RejectedTopic>(), (IResult?)null);
        foreach (var (path, filter) in query.Topics)
        {
            var (feed, error) = await FindAsync(context, path);
            if (feed is not null)
                topics.Add(new TopicRequest(feed, filter.ToFilter()));
            else
                rejected.Add(new RejectedTopic(path, error!.Code.ToWireName()));
            first ??= error is null ? Results.NoContent() : new Problem(error);
        }

        var isVain = isStream ? topics.TrueForAll(topic => topic.Feed.IsOver) : topics.Count == 0;
        return new ReadableTopics(topics, rejected, isVain ? first : null);
    }

    /// <summary>Returns the feed of a team's room, or why the reader gets none.</summary>
    public Task<(TopicFeed? Feed, Error? Error)> FindRoomAsync(HttpContext context, EventId eventId, int teamId) =>
        FindAsync(context, Topics.ForTeam(eventId, teamId));

    private async Task<(TopicFeed? Feed, Error? Error)> FindAsync(HttpContext context, string path)
    {
        if (path == Topics.Me)
            return await FindOwnAsync(context);
        if (Topics.Parse(path) is not { EventId: { } eventId } topic)
            return (null, TopicNotFound);
        // Whether an event has a team is for who may read the event.
        if (await feeds.FindAsync(Topics.ForEvent(eventId), context.RequestAborted) is not { } ofEvent)
            return (null, CommonErrors.EventNotFound);
        if (ofEvent.Access.CheckReadAccess(context.Reader()) is { } error)
            return (null, error);
        return topic.TeamId is { } teamId ? await FindRoomAsync(context, path, eventId, teamId) : (ofEvent, null);
    }

    private async Task<(TopicFeed? Feed, Error? Error)> FindOwnAsync(HttpContext context)
    {
        if (context.Reader() is not { UserId: { } userId, ScorerLink: null })
            return (null, UserAccess.SignInRequired);
        var topic = Topics.ForUser(userId);
        if (await feeds.FindAsync(topic, context.RequestAborted) is { } feed)
            return (feed, null);
        return await OpenAsync(context, new OpenUserTopic(userId)) is { } impossible ? (null, impossible)
            : await feeds.FindAsync(topic, context.RequestAborted) is { } begun ? (begun, null)
            : (null, UserAccess.SignInRequired);
    }

    private async Task<(TopicFeed? Feed, Error? Error)> FindRoomAsync(HttpContext context, string path, EventId eventId, int teamId)
    {
        // Nobody who isn't signed in costs a look at the room.
        if (context.Reader() is { UserId: null } nobody && TeamPermissions.CheckRead(nobody, null, null) is { } unknown)
            return (null, unknown);
        if (await feeds.FindAsync(path, context.RequestAborted) is { } feed)
            return feed.Access.CheckReadAccess(context.Reader()) is { } denied ? (null, denied) : (feed, null);
        // A room begins with its first reader or its first message.
        if (await feeds.ReadAccessAsync(path, context.RequestAborted) is not { } access)
            return (null, CommonErrors.TeamNotFound);
        if (access.CheckReadAccess(context.Reader()) is { } error)
            return (null, error);
        return await OpenAsync(context, new OpenRoom(eventId, teamId)) is { } impossible ? (null, impossible)
            : await feeds.FindAsync(path, context.RequestAborted) is { } begun ? (begun, null)
            : (null, CommonErrors.TeamNotFound);
    }

    /// <summary>Gives a topic its feed. Returns why it can't have one: while the storage takes no writes, other topics go on.</summary>
    private static async Task<Error?> OpenAsync(HttpContext context, ICommand<Done> open)
    {
        try
        {
            return (await context.RequestServices.GetRequiredService<IMediator>().SendAsync(open)).Error;
        }
        catch (StorageUnavailableException)
        {
            return new Error(ErrorCode.StorageUnavailable, "The topic was not opened yet, and can't be now: the server can't store anything at the moment. Try again.");
        }
        catch (OverloadedException)
        {
            return new Error(ErrorCode.Overloaded, "The topic was not opened yet, and can't be now: the server has too much to write. Try again.");
        }
    }
}
