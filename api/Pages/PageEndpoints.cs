using LiveFeed.Api.Pages.Plain;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace LiveFeed.Api.Pages;

/// <summary>
/// The pages for people. Each is in <c>wwwroot/pages</c> and requests from the API what it shows. The page itself reports if there is no
/// such event.
/// </summary>
internal static class PageEndpoints
{
    public static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapPage("/", "index");
        app.MapPage("/events/{id}", "events");
        app.MapPage("/score", "score");
        app.MapPage("/score/{id}", "score");
        app.MapPage("/display/{id}", "display");
        app.MapPlainDisplay();
        app.MapPage("/manage", "manage");
        app.MapPage("/manage/{id}", "manage");
        app.MapPage("/notifications", "notifications");
        app.MapPage("/rooms", "rooms");
        app.MapPage("/rooms/{id}", "rooms");
        app.MapPage("/join", "join");
        app.MapPage("/scorer", "scorer");
        app.MapPage("/reset", "reset");
        app.MapPage("/coverage/{id}", "coverage");
        app.MapPage("/import/{id}", "import");
        app.MapPage("/score-sheets", "score-sheets");
        app.MapOfflineShell();
        app.MapMethods("/event.html", Reading, FromFormerAddress).ExcludeFromDescription();
    }

    private static void MapPage(this IEndpointRouteBuilder app, string route, string page)
    {
        var isOfOneEvent = route.EndsWith('}');
        app.MapMethods(route, Reading, (HttpContext context, IWebHostEnvironment site) =>
        {
            if (ToOwnAddress(context, isOfOneEvent) is { } moved)
                return moved;
            // A link on a page that runs no script, and so can't know its own id.
            if (page == "events" && context.Request.Query["view"] == "plain")
                return Results.Redirect($"../display/{LastSegment(context.Request.Path.Value!)}?view=plain");
            var file = site.WebRootFileProvider.GetFileInfo($"pages/{page}.html");
            return page == "display" && context.Request.Query.ContainsKey("court") ? PlainLink.Page(context, file) : Page(context, file, canBeFramed: page is "display" or "events");
        }).ExcludeFromDescription();
    }

    /// <summary>
    /// Returns a redirect to the page's own address, or null if this is it. The page names its assets as ../css/..., which is right only
    /// one level below the root.
    /// </summary>
    public static IResult? ToOwnAddress(HttpContext context, bool isOfOneEvent)
    {
        var path = context.Request.Path.Value ?? "/";
        return path.EndsWith('/') == isOfOneEvent ? Moved(context, isOfOneEvent ? $"../{LastSegment(path)}" : $"{LastSegment(path)}/") : null;
    }

    private static IResult Page(HttpContext context, IFileInfo file, bool canBeFramed)
    {
        if (canBeFramed)
            PageHeaders.SetForFramedPage(context);
        else
            PageHeaders.SetForPage(context.Response.Headers);
        var tag = new EntityTagHeaderValue(ETag(file));
        return Results.File(file.PhysicalPath!, "text/html; charset=utf-8", lastModified: file.LastModified, entityTag: tag);
    }

    public static string ETag(IFileInfo file) => $"\"{file.LastModified.ToFileTime() ^ file.Length:x}\"";

    private static IResult FromFormerAddress(HttpContext context)
    {
        var id = context.Request.Query["id"].ToString();
        context.Response.Headers.Location = id.Length == 0 ? "./" : $"events/{Uri.EscapeDataString(id)}";
        return Results.StatusCode(StatusCodes.Status301MovedPermanently);
    }

    // Relative, because a proxy may serve all of this below a path that it doesn't report.
    private static IResult Moved(HttpContext context, string to)
    {
        context.Response.Headers.Location = to + context.Request.QueryString;
        return Results.StatusCode(StatusCodes.Status301MovedPermanently);
    }

    private static string LastSegment(string path) => Uri.EscapeDataString(path.Trim('/').Split('/')[^1]);
}
