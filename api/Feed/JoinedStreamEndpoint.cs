using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.Sessions;
using LiveFeed.Infrastructure.Streaming.Delivery;
using LiveFeed.Infrastructure.Streaming.Transports;

namespace LiveFeed.Api.Feed;

/// <summary>Several feeds on one connection, as Server-Sent Events.</summary>
internal static class JoinedStreamEndpoint
{
    public static void MapJoinedStream(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/stream", StreamAsync)
            .WithTags("Feed")
            .WithMetadata(new AcceptsStreamCredentials())
            .LimitsItself()
            .Describe("Stream several topics", "The feeds of up to 32 topics on one connection. Each is as in a stream of its own: first a snapshot, or, with Last-Event-ID, exactly the entries after it; there is no order between topics. Snapshots and entries have a member topic. The id joins the cursors of all topics (tag:cursor~tag:cursor), and resumes also a stream whose topics have changed: a new one starts with its snapshot. A topic that can't be read, or can't be any more, is told by an event topic-closed with its topic and a code, and the others go on. If none can be read, the response is that of the first one's own stream.")
            .ProducesStream().Produces(204).DescribeResponse(204, "All topics can't be read, and the first one is an event that is archived: there is nothing to wait for.")
            .ProducesErrors(ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.EventNotFound, ErrorCode.TeamNotFound, ErrorCode.TopicNotFound, ErrorCode.TooManyStreams);

    private static async Task<IResult> StreamAsync(
        TopicsQuery query, LastEventId lastEventId, HttpContext context, TopicReads reads, JoinedStreamRunner streams, StreamTransports transports, StreamAdmission admission)
    {
        var (topics, rejected, response) = await reads.FindAsync(context, query, isStream: true);
        if (response is not null)
            return await admission.CountAsync(context) is { } tooMany ? new Problem(tooMany) : response;
        if (context.IsHeadOnly())
        {
            StreamResponse.SetHeaders(context.Response);
            return Results.Empty;
        }

        var admitted = await admission.AdmitAsync(context, [.. topics.Select(topic => topic.Feed.Topic)], resumes: !string.IsNullOrEmpty(lastEventId.Value));
        var lease = admitted.Value;
        if (lease is null)
            return new Problem(admitted.Error!);
        var request = new JoinedStreamRequest(topics, rejected, context.Reader(), lastEventId.Value, context.Token()?.ExpiresAt, context.Token()?.SessionId);
        return await StreamResponse.SendAsync(context, transports, lease, async () => await streams.OpenAsync(request, context.Response.BodyWriter, context.Abort, context.RequestAborted) is { } stream
            ? (output, clientGone) => streams.RunAsync(stream, output, clientGone)
            : null);
    }
}
