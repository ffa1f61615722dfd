using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.RateLimits;

namespace LiveFeed.Api.Pages.Plain;

/// <summary>
/// <c>/display/{id}?view=plain</c>: the display for browsers without JavaScript. It reloads itself every few seconds. While nothing is new,
/// a reload costs the server a 304.
/// </summary>
internal static class PlainDisplay
{
    // A page that another build made may look different.
    private static readonly string Build = typeof(PlainDisplay).Module.ModuleVersionId.ToString("N")[..8];

    public static void MapPlainDisplay(this IEndpointRouteBuilder app) =>
        app.MapMethods("/display/{eventId}", [HttpMethods.Get, HttpMethods.Head], RespondAsync).RequireEventReadAccess()
            .WithMetadata(new PlainView(), new ProblemsAsPage(PlainProblem.WriteAsync))
            .RequireRateLimit(RateLimitPolicy.Poll)
            .ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(HttpContext context, TimeProvider time)
    {
        if (PageEndpoints.ToOwnAddress(context, isOfOneEvent: true) is { } moved)
            return moved;
        var parsed = DisplayQuery.Parse(context.Request.Query);
        if (parsed.Value is not { } query)
            return new Problem(parsed.Error!);
        var (feed, address) = (context.Feed(), query.Address());
        PageHeaders.SetForFramedPage(context);
        ResponseCaching.SetPolling(context, feed);
        // Read once for each state of the feed, so that a page which is unchanged costs no more than this comparison.
        var pages = await feed.GetValueAsync(() => PlainPages.ReadAsync(feed, time.LocalTimeZone), context.RequestAborted);
        var now = time.GetUtcNow();
        var tag = $"\"{pages.Cursor}{address}-{pages.Value.Tick(now)}-{Build}\"";
        if (ResponseCaching.IsUnchanged(context, tag))
            return Results.StatusCode(StatusCodes.Status304NotModified);

        context.Response.Headers.ETag = tag;
        return Results.Bytes(pages.Value.Of(query, now), "text/html; charset=utf-8");
    }
}
