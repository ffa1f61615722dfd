using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.ScorerLinks;
using LiveFeed.Api.Sessions;
using LiveFeed.Infrastructure.Streaming.Delivery;
using LiveFeed.Infrastructure.Streaming.Transports;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Feed;

/// <summary>The feed as Server-Sent Events.</summary>
internal static class StreamEndpoint
{
    public static void MapStream(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/events/{eventId}/stream", StreamAsync).RequireEventReadAccess()
            .WithTags("Feed")
            .WithMetadata(new AcceptsStreamCredentials())
            .LimitsItself()
            .Describe("Stream the feed", "Server-Sent Events, for plain EventSource. First a snapshot, the latest entry of every key; or, with Last-Event-ID, exactly the entries after it. If those can't be sent, a snapshot whose member reset says why: unknown-cursor, other-epoch, other-history (the database was restored and took another course), too-far-behind or lagging. Before the server ends a stream it sends an event bye with a code: server_draining, token_expired, session_ended, access_revoked, event_archived, event_deleted, replay_ended or internal_error. With from or speed it replays the stored feed, of an archived event too: a snapshot as of from, then each entry as long after the one before as it was written, divided by speed, with a member replayedAt. Filters narrow what is sent: an entry must fit all of them; entries about the event as a whole fit any but types. Besides the header, a stream takes the access cookie, or a ticket.")
            .ProducesStream().Produces(204).DescribeResponse(204, "The event is archived, or the replay has ended: there is nothing to wait for.")
            .ProducesErrors(ErrorCode.TooManyStreams, ErrorCode.TooManyReplays);

        app.MapPost("/api/streams/tickets", TicketAsync)
            .RequireAuthorization().AllowHelpers()
            .WithTags("Feed")
            .RequireRateLimit(RateLimitPolicy.Ticket)
            .Describe("Get a ticket for a stream", "For clients that can't set headers and have no cookie. A ticket opens one stream within 60 seconds; the stream ends when the access token that bought the ticket does, or its session.")
            .Produces<IssuedTicket>(201);
    }

    // Step R1: who reads, from which cursor, within which limits.
    private static async Task<IResult> StreamAsync(
        FilterQuery filter, LastEventId lastEventId, ReplayQuery replay, HttpContext context, StreamRunner streams, ReplayResponse replays, StreamTransports transports,
        StreamAdmission admission)
    {
        var feed = context.Feed();
        if (replay.IsReplay)
            return await replays.SendAsync(context, replay, RequestOf(context, filter, lastEventId));
        if (feed.IsOver)
            return Results.NoContent();
        if (context.IsHeadOnly())
        {
            StreamResponse.SetHeaders(context.Response);
            return Results.Empty;
        }

        var admitted = await admission.AdmitAsync(context, [feed.Topic], resumes: !string.IsNullOrEmpty(lastEventId.Value));
        var lease = admitted.Value;
        if (lease is null)
            return new Problem(admitted.Error!);
        var request = RequestOf(context, filter, lastEventId);
        return await StreamResponse.SendAsync(context, transports, lease, async () => await streams.OpenAsync(request, context.Response.BodyWriter, context.Abort, context.RequestAborted) is { } start
            ? (output, clientGone) => streams.RunAsync(request, start, output, clientGone)
            : null);
    }

    private static StreamRequest RequestOf(HttpContext context, FilterQuery filter, LastEventId lastEventId) =>
        new(context.Feed(), filter.ToFilter(), context.Reader(), lastEventId.Value, context.Token()?.ExpiresAt, context.Token()?.SessionId);

    private static Task<Results<JsonHttpResult<IssuedTicket>, Problem>> TicketAsync(HttpContext context, IMediator mediator)
    {
        var token = context.Token()!;
        return context.WriteAsync(mediator, new CreateStreamTicket(token.Actor.UserId, token.SessionId, token.ExpiresAt), ticket =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.Json(ticket, statusCode: StatusCodes.Status201Created);
        });
    }
}
