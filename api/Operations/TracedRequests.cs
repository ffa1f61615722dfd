using System.Diagnostics;

namespace LiveFeed.Api.Operations;

/// <summary>Decides which requests have a span, and removes credentials from it.</summary>
internal static class TracedRequests
{
    private const string Query = "url.query";
    private const string Path = "url.path";

    /// <summary>
    /// Returns whether a request has a span. A stream lasts for hours, and its span would end only then. Machines request health and
    /// metrics every few seconds.
    /// </summary>
    public static bool IsTraced(HttpContext context)
    {
        var path = context.Request.Path;
        return !path.StartsWithSegments("/health")
            && !path.StartsWithSegments("/metrics")
            && !path.Value.AsSpan().TrimEnd('/').EndsWith("/stream", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Removes tickets and invitations' secrets from the span. The instrumentation redacts all values of a query, unless
    /// OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION is set.
    /// </summary>
    public static void RedactSecrets(Activity activity, HttpRequest request)
    {
        if (request.Query.ContainsKey("ticket"))
            activity.SetTag(Query, "ticket=Redacted");
        if (SecretsInAddresses.Hide(request.Path) is var hidden && hidden != request.Path.Value)
            activity.SetTag(Path, request.PathBase + hidden);
    }
}
