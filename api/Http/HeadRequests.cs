namespace LiveFeed.Api.Http;

/// <summary>Answers HEAD wherever there is GET (RFC 9110, section 9.3.2): the handler runs, and the server leaves its body out.</summary>
internal static class HeadRequests
{
    private static readonly object Mark = new();

    public static IApplicationBuilder UseHeadAsGet(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Items[Mark] = Mark;
        }

        return next(context);
    });

    /// <summary>Returns whether only the head of the response is wanted. What would last long needs to do nothing then.</summary>
    public static bool IsHeadOnly(this HttpContext context) => context.Items.ContainsKey(Mark);
}
