namespace LiveFeed.Api.Http;

/// <summary>Versions as ETags: <c>"v7"</c>, and <c>"0d5f1c2b9a8e7f6a5b4c3d2e"</c> if they are made from the content.</summary>
internal static class ETags
{
    public static string ETag(int version) => $"\"v{version}\"";

    /// <summary>Returns the ETag of a score. Its tie is part of what it says, and may change without a new version.</summary>
    public static string ETag(ScoreView score) => score.Tie is { } tie ? ETag($"v{score.Version}-{ItemVersion.Of(tie)}") : ETag(score.Version);

    public static string ETag(string version) => $"\"{version}\"";

    /// <summary>Sets the response's ETag to a version.</summary>
    public static void ETag(this HttpContext context, int version) => context.Response.Headers.ETag = ETag(version);

    /// <summary>Sets the response's ETag to that of a score.</summary>
    public static void ETag(this HttpContext context, ScoreView score) => context.Response.Headers.ETag = ETag(score);
}
