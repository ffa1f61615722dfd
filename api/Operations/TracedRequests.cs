using System.Diagnostics;

namespace LiveFeed.Api.Operations;

/// <summary>Which requests have a span, and what must not be in it.</summary>
internal static class TracedRequests
{
    private const string Query = "url.query";

    /// <summary>A stream lasts for hours, and its span would end with it. Health and metrics are requested by machines every few seconds.</summary>
    public static bool IsTraced(HttpContext context)
    {
        var path = context.Request.Path;
        return !path.StartsWithSegments("/health")
            && !path.StartsWithSegments("/metrics")
            && !path.Value.AsSpan().TrimEnd('/').EndsWith("/stream", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// A ticket is a credential. The instrumentation redacts all values of a query, unless
    /// OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION is set: a query with a ticket then is left out.
    /// </summary>
    public static void RedactTicket(Activity activity, HttpRequest request)
    {
        if (request.Query.ContainsKey("ticket"))
            activity.SetTag(Query, "ticket=Redacted");
    }
}
