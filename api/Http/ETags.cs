namespace LiveFeed.Api.Http;

/// <summary>Versions as ETags: <c>"v7"</c>.</summary>
internal static class ETags
{
    public static string ETag(int version) => $"\"v{version}\"";

    /// <summary>Reads the opaque ETag named by <c>If-Match</c>; null if there is none.</summary>
    public static Result<ExpectedTag> ReadTag(HttpContext context)
    {
        var text = context.Request.Headers.IfMatch.ToString();
        if (text.Length == 0)
            return new ExpectedTag(null);
        return text.Length > 2 && text[0] == '"' && text.IndexOf('"', 1) == text.Length - 1
            ? new ExpectedTag(text[1..^1])
            : Error.Invalid(ErrorCode.InvalidRequest, "If-Match", "If-Match takes one ETag as this API gave it, in its quotation marks.");
    }

    /// <summary>Reads the version number named by <c>If-Match</c>; null if there is none.</summary>
    public static Result<ExpectedVersion> ReadVersion(HttpContext context)
    {
        var text = context.Request.Headers.IfMatch.ToString();
        if (text.Length == 0)
            return new ExpectedVersion(null);
        return text.Length > 3 && text.StartsWith("\"v", StringComparison.Ordinal) && text[^1] == '"'
            && int.TryParse(text.AsSpan(2, text.Length - 3), System.Globalization.NumberStyles.None, null, out var version)
                ? new ExpectedVersion(version)
                : Error.Invalid(ErrorCode.InvalidRequest, "If-Match", "If-Match takes one ETag as this API gave it, such as \"v7\".");
    }
}

/// <summary>The opaque ETag named by If-Match; null if there is none.</summary>
internal sealed record ExpectedTag(string? Tag);

/// <summary>The version that a write is based on; null for any.</summary>
internal sealed record ExpectedVersion(int? Version);
