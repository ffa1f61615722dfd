using LiveFeed.Api.Errors;

namespace LiveFeed.Api.Pages.Plain;

/// <summary>A rejection in words on the screen. The page tries again by itself, because nobody sits beside it.</summary>
internal static class PlainProblem
{
    private const int TryAgainAfter = 15;

    public static Task WriteAsync(HttpContext context, Error error)
    {
        PageHeaders.SetForFramedPage(context);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/html; charset=utf-8";
        var (heading, words) = Words(error);
        var page = PlainPage.Words(heading, words, TryAgainAfter, context.Request.Query["theme"] == "light");
        return context.Response.WriteAsync(page.ToString(), context.RequestAborted);
    }

    private static (string Heading, string Words) Words(Error error) => error.Code switch
    {
        ErrorCode.EventNotFound or ErrorCode.InvalidEventId => ("There is no such event", "Check the address of this display."),
        ErrorCode.TokenRequired or ErrorCode.NotAMember or ErrorCode.InvalidToken or ErrorCode.TokenExpired => (
            "Only for members",
            "This plain page is for public events. The display with JavaScript can sign in; or ask the organizer to make the event public."),
        ErrorCode.RateLimited or ErrorCode.Overloaded or ErrorCode.StorageUnavailable => ("One moment", "Too many displays ask at once. This one tries again by itself."),
        ErrorCode.InternalError => ("Something went wrong", "It is the server's fault. This display tries again by itself."),
        _ => (ErrorStatus.Title(error.Code), error.Detail),
    };
}
