using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Infrastructure.Streaming.Delivery;
using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Api.Feed;

/// <summary>Finds the feeds of the topics that a request names, and rejects those that the reader may not read.</summary>
internal sealed class TopicReads(FeedRegistry feeds)
{
    private static readonly Error TopicNotFound = new(ErrorCode.TopicNotFound, "There is no such topic. An event's is events/ and its id.");

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

    private async Task<(TopicFeed? Feed, Error? Error)> FindAsync(HttpContext context, string path)
    {
        if (!Topics.Exists(path))
            return (null, TopicNotFound);
        if (await feeds.FindAsync(path, context.RequestAborted) is not { } feed)
            return (null, CommonErrors.EventNotFound);
        return feed.Access.CheckReadAccess(context.Reader()) is { } error ? (null, error) : (feed, null);
    }
}
