using System.Buffers;
using System.Text;
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

/// <summary>Several feeds in one response, for clients that can't stream.</summary>
internal static class JoinedPollEndpoint
{
    private static readonly byte[] End = "]}"u8.ToArray();

    // How long a poll that was woken in vain looks at nothing.
    private static readonly TimeSpan EmptyPause = TimeSpan.FromMilliseconds(100);

    public static void MapJoinedPoll(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/feed", PollAsync)
            .WithTags("Feed")
            .WithMetadata(new AcceptsStreamCredentials())
            .RequireRateLimit(RateLimitPolicy.Poll)
            .Describe("Poll several topics", "The feeds of up to 32 topics in one response: for each the snapshot, or the entries after its part of the joined cursor, up to limit of them. Continue with the cursor of the response, which is the ETag too. wait holds the request until one of them has something new. A topic that can't be read has a member closed with the code of the error; if none can be read, the response is that of the first one's own feed.")
            .WithMetadata(OpenApiConventions.UnlessUnchanged<JoinedFeedView>())
            .ProducesErrors(ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.EventNotFound, ErrorCode.TeamNotFound, ErrorCode.TopicNotFound, ErrorCode.TooManyStreams);

    private static async Task<IResult> PollAsync(
        TopicsQuery topics, PollQuery query, HttpContext context, TopicReads reads, StreamRunner streams, StreamLimiter limiter, IEndedSessions ended,
        IHostApplicationLifetime lifetime, TimeProvider time)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        var readable = await reads.FindAsync(context, topics, isStream: false);
        if (readable.Response is { } response)
            return response;
        var waits = query.Wait > 0 && !context.IsHeadOnly() && !streams.IsDraining;
        if (!waits)
        {
            return ResponseCaching.IsUnchanged(context, ETag(readable, readable.Topics.Select(topic => topic.Feed.Cursor)))
                ? Results.StatusCode(StatusCodes.Status304NotModified)
                : await RespondAsync(context, topics, query, reads, readable);
        }

        var (lease, full) = await limiter.AcquireAsync(context.Token()?.Actor.UserId, context.ClientAddress(), [.. readable.Topics.Select(topic => topic.Feed.Topic)]);
        if (lease is null)
            return new Problem(StreamAdmission.TooMany(context, full!));
        using var place = lease;
        var pages = await WaitAsync(context, readable, query, lifetime, time);
        // The session may have ended during the wait.
        if (context.Token()?.SessionId is { } sessionId && ended.Contains(sessionId))
            return new Problem(EndedSession.Refused);
        return MayStillRead(context, readable) ? await WriteAsync(context, readable, pages) : await RespondAsync(context, topics, query, reads, readable);
    }

    /// <summary>Responds with the page of each topic after the query's cursor. What is deleted, replaced or restricted meanwhile is found anew.</summary>
    private static async Task<IResult> RespondAsync(HttpContext context, TopicsQuery topics, PollQuery query, TopicReads reads, ReadableTopics readable)
    {
        while (true)
        {
            var pages = await ReadAsync(context, readable, After(readable, query.After), query.Limit);
            if (MayStillRead(context, readable))
                return await WriteAsync(context, readable, pages);
            readable = await reads.FindAsync(context, topics, isStream: false);
            if (readable.Response is { } response)
                return response;
        }
    }

    private static bool MayStillRead(HttpContext context, ReadableTopics readable) =>
        readable.Topics.All(topic => !topic.Feed.IsGone && topic.Feed.Access.CheckReadAccess(context.Reader()) is null);

    private static async Task<List<FeedPage>> ReadAsync(HttpContext context, ReadableTopics readable, string?[] after, int limit)
    {
        var pages = new List<FeedPage>();
        for (var i = 0; i < after.Length; i++)
            pages.Add(await readable.Topics[i].Feed.PageAsync(after[i], readable.Topics[i].Filter, limit, context.RequestAborted));
        return pages;
    }

    /// <summary>Returns the next page of each topic once one of them is not empty, or when the time is over.</summary>
    private static async Task<IReadOnlyList<FeedPage>> WaitAsync(HttpContext context, ReadableTopics readable, PollQuery query, IHostApplicationLifetime lifetime, TimeProvider time)
    {
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(query.Wait), time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(over.Token, context.RequestAborted, lifetime.ApplicationStopping);
        var after = After(readable, query.After);
        // A client whose ETag shows that it has the whole state waits for the next whole state.
        var now = readable.Topics.Select(topic => topic.Feed.Cursor).ToList();
        if (query.After.Length == 0 && ResponseCaching.Matches(context, ETag(readable, now)))
            await WaitForEntriesAsync(readable, now.Select(cursor => cursor.Sequence), any.Token);
        var pages = await ReadAsync(context, readable, after, query.Limit);
        while (!pages.Exists(page => !page.Entries.IsEmpty || page.Reset is not null) && !after.Contains(null) && !any.IsCancellationRequested
            && MayStillRead(context, readable) && !readable.Topics.All(topic => topic.Feed.IsOver))
        {
            await WaitForEntriesAsync(readable, pages.Select(page => page.Cursor.Sequence), any.Token);
            for (var i = 0; i < pages.Count; i++)
            {
                var (feed, filter) = readable.Topics[i];
                if (feed.Head > pages[i].Cursor.Sequence)
                    pages[i] = await feed.PageAsync(pages[i].Cursor.ToString(), filter, query.Limit, context.RequestAborted);
            }

            // Entries that no filter lets pass may be many.
            if (pages.TrueForAll(page => page.Entries.IsEmpty))
                await Task.Delay(EmptyPause, time, any.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return pages;
    }

    /// <summary>Waits until a topic has entries after its position, or is gone, or the time is over.</summary>
    private static async Task WaitForEntriesAsync(ReadableTopics readable, IEnumerable<long> positions, CancellationToken over)
    {
        // Ends the waits for the others.
        using var found = CancellationTokenSource.CreateLinkedTokenSource(over);
        await Task.WhenAny(readable.Topics.Zip(positions, (topic, position) => topic.Feed.WaitForEntriesAfterAsync(position, found.Token)));
        await found.CancelAsync();
    }

    /// <summary>Returns the cursor after which each topic is read; null for the snapshot.</summary>
    private static string?[] After(ReadableTopics readable, string after)
    {
        var joined = JoinedCursor.Read(after);
        return [.. readable.Topics.Select(topic => joined.Find(topic.Feed.Tag))];
    }

    private static async Task<IResult> WriteAsync(HttpContext context, ReadableTopics readable, IReadOnlyList<FeedPage> pages)
    {
        var etag = ETag(readable, pages.Select(page => page.Cursor));
        context.Response.Headers.ETag = etag;
        if (ResponseCaching.Matches(context, etag))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        context.Response.ContentType = "application/json; charset=utf-8";
        var heads = pages.Select((page, i) => Encoding.ASCII.GetBytes(Head(readable.Topics[i].Feed, page, isFirst: i == 0))).ToList();
        var start = Encoding.ASCII.GetBytes($"{{\"cursor\":{etag},\"topics\":[");
        var closed = Encoding.ASCII.GetBytes(string.Concat(readable.Rejected.Select(rejected => $",{{\"topic\":\"{rejected.Topic}\",\"closed\":\"{rejected.Code}\"}}")));
        context.Response.ContentLength = start.Length + heads.Sum(head => head.Length) + pages.Sum(page => page.Entries.Length + 1) + closed.Length + End.Length;
        // Goes with the first piece.
        context.Response.BodyWriter.Write(start);
        for (var i = 0; i < pages.Count; i++)
        {
            context.Response.BodyWriter.Write(heads[i]);
            await ResponseBody.WriteAsync(context.Response, pages[i].Entries.Pieces(ResponseBody.PieceSize), context.RequestAborted);
            context.Response.BodyWriter.Write("}"u8);
        }

        context.Response.BodyWriter.Write(closed);
        await context.Response.BodyWriter.WriteAsync(End, context.RequestAborted);
        return Results.Empty;
    }

    private static string Head(TopicFeed feed, FeedPage page, bool isFirst)
    {
        var reset = page.Reset is { } reason ? $"\"reset\":\"{reason.ToWireName()}\"," : "";
        return $"{(isFirst ? "" : ",")}{{\"topic\":\"{feed.Path}\",\"tag\":\"{feed.Tag}\",{reset}\"more\":{(page.More ? "true" : "false")},\"entries\":";
    }

    private static string ETag(ReadableTopics readable, IEnumerable<FeedCursor> cursors) =>
        $"\"{JoinedCursor.Join(readable.Topics.Zip(cursors, (topic, cursor) => (topic.Feed.Tag, cursor)))}\"";
}
