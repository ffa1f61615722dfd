using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.Sessions;
using LiveFeed.Infrastructure.Streaming.Delivery;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;

namespace LiveFeed.Api.Feed;

/// <summary>The feed for clients that can't stream.</summary>
internal static class PollEndpoint
{
    private static readonly byte[] End = "}"u8.ToArray();

    public static void MapPoll(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/events/{eventId}/feed", PollAsync).RequireEventReadAccess()
            .WithTags("Feed")
            .WithMetadata(new AcceptsStreamCredentials())
            .RequireRateLimit(RateLimitPolicy.Poll)
            .Describe("Poll the feed", "Without after, the snapshot; with it, the entries after that cursor. Continue with the cursor of the response. The cursor is the ETag too: If-None-Match costs next to nothing while nothing is new. wait holds the request until there is something new. A response with reset is a snapshot in place of the requested entries.")
            .WithMetadata(OpenApiConventions.UnlessUnchanged<FeedView>())
            .ProducesErrors(ErrorCode.TooManyStreams);

    private static async Task<IResult> PollAsync(
        FilterQuery filter, PollQuery query, HttpContext context, StreamRunner streams, StreamLimiter limiter, IEndedSessions ended,
        FeedRegistry feeds, IHostApplicationLifetime lifetime, TimeProvider time)
    {
        var feed = context.Feed();
        ResponseCaching.SetPolling(context, feed);
        if (query.Wait == 0 && IsUnchanged(context, feed))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        if (query.Wait == 0 || context.IsHeadOnly() || streams.IsDraining || feed.IsOver)
            return await RespondAsync(context, feed, query, filter.ToFilter(), feeds);

        var (lease, full) = await limiter.AcquireAsync(context.Token()?.Actor.UserId, context.ClientAddress(), [feed.Topic]);
        if (lease is null)
            return new Problem(StreamAdmission.TooMany(context, full!));
        using var place = lease;
        var page = await WaitAsync(context, feed, query, filter.ToFilter(), lifetime, time);
        // The session may have ended during the wait.
        if (context.Token()?.SessionId is { } sessionId && ended.Contains(sessionId))
            return new Problem(EndedSession.Refused);
        return feed.IsGone ? await RespondAsync(context, feed, query, filter.ToFilter(), feeds) : await RespondAsync(context, feed, page);
    }

    /// <summary>Responds with the page after the query's cursor. If the feed is gone, it is that of the feed which replaces it, with the reason.</summary>
    private static async Task<IResult> RespondAsync(HttpContext context, TopicFeed feed, PollQuery query, ReaderFilter filter, FeedRegistry feeds)
    {
        while (true)
        {
            var page = await feed.PageAsync(query.After, filter, query.Limit, context.RequestAborted);
            if (!feed.IsGone)
                return await RespondAsync(context, feed, page);
            if (await feeds.FindAsync(feed.Topic, context.RequestAborted) is not { } replacement)
                return new Problem(CommonErrors.EventNotFound);
            feed = replacement;
        }
    }

    /// <summary>Returns the next page that is not empty, or an empty one when the time is over.</summary>
    private static async Task<FeedPage> WaitAsync(
        HttpContext context, TopicFeed feed, PollQuery query, ReaderFilter filter, IHostApplicationLifetime lifetime, TimeProvider time)
    {
        var after = query.After;
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(query.Wait), time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(over.Token, context.RequestAborted, lifetime.ApplicationStopping);
        // A client whose ETag shows that it has the whole state waits for the next whole state.
        if (after.Length == 0 && IsUnchanged(context, feed))
            await feed.WaitForEntriesAfterAsync(feed.Cursor.Sequence, any.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (true)
        {
            var page = await feed.PageAsync(after, filter, query.Limit, context.RequestAborted);
            if (after.Length == 0 || !page.Entries.IsEmpty || page.Reset is not null || feed.IsGone || any.IsCancellationRequested)
                return page;
            after = page.Cursor.ToString();
            await feed.WaitForEntriesAfterAsync(page.Cursor.Sequence, any.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<IResult> RespondAsync(HttpContext context, TopicFeed feed, FeedPage page)
    {
        // Access may have changed since the page was begun.
        if (feed.Access.CheckReadAccess(context.Reader()) is { } denied)
            return new Problem(denied);
        ResponseCaching.SetPolling(context, feed);
        var etag = ResponseCaching.ETag(page.Cursor);
        context.Response.Headers.ETag = etag;
        if (ResponseCaching.Matches(context, etag))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        context.Response.ContentType = "application/json; charset=utf-8";
        var reset = page.Reset is { } reason ? $"\"reset\":\"{reason.ToWireName()}\"," : "";
        var head = Encoding.ASCII.GetBytes($"{{\"cursor\":\"{page.Cursor}\",{reset}\"more\":{(page.More ? "true" : "false")},\"entries\":");
        context.Response.ContentLength = head.Length + page.Entries.Length + 1;
        // Goes with the first piece.
        context.Response.BodyWriter.Write(head);
        await ResponseBody.WriteAsync(context.Response, page.Entries.Pieces(ResponseBody.PieceSize), context.RequestAborted);
        await context.Response.BodyWriter.WriteAsync(End, context.RequestAborted);
        return Results.Empty;
    }

    private static bool IsUnchanged(HttpContext context, TopicFeed feed) => ResponseCaching.IsUnchanged(context, ResponseCaching.ETag(feed.Cursor));
}

/// <summary>A page of a feed.</summary>
/// <param name="Cursor">The position from which to continue.</param>
/// <param name="More">Whether there are more entries after the cursor already.</param>
/// <param name="Entries">The entries in order, or the latest of every key.</param>
/// <param name="Reset">Why this is a snapshot although a cursor was given: unknown-cursor, other-epoch, other-history or too-far-behind.</param>
internal sealed record FeedView(
    string Cursor, bool More, IReadOnlyList<EntryView> Entries, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reset = null);

/// <summary>
/// An entry of a feed. The members beside these depend on the type: a score-update has those of a score, a claim-update those of a claim, a
/// match-update those of a match, an event-update those of an event. If removed is true, the thing is gone.
/// </summary>
/// <param name="Type">The type of the entry: score-update, claim-update, match-update, event-update or incident. More may come.</param>
/// <param name="EventId">The event.</param>
/// <param name="Key">Names the thing whose whole state the entry has, such as score/-50497; null if it has no state.</param>
/// <param name="At">When it happened.</param>
internal sealed record EntryView(string Type, EventId EventId, string? Key, DateTimeOffset At)
{
    /// <summary>The members of the type.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Members { get; init; }
}
