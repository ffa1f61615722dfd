namespace LiveFeed.Api.Http;

/// <summary>Versions as ETags: <c>"v7"</c>.</summary>
internal static class ETags
{
    public static string ETag(int version) => $"\"v{version}\"";

    /// <summary>Sets the response's ETag to a version.</summary>
    public static void ETag(this HttpContext context, int version) => context.Response.Headers.ETag = ETag(version);
}
