namespace LiveFeed.Api.Http;

/// <summary>Runs the handler of GET for HEAD (RFC 9110, section 9.3.2). The server leaves the body out.</summary>
internal static class HeadRequests
{
    public static IApplicationBuilder UseHeadAsGet(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Features.Set(HeadOnly.Instance);
        }

        return next(context);
    });

    /// <summary>Returns whether only the head of the response is wanted. What would last long needs to do nothing then.</summary>
    public static bool IsHeadOnly(this HttpContext context) => context.Features.Get<HeadOnly>() is not null;

    private sealed class HeadOnly
    {
        public static readonly HeadOnly Instance = new();
    }
}
