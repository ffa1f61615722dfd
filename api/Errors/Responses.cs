namespace LiveFeed.Api.Errors;

/// <summary>Turns outcomes into responses, in one place.</summary>
internal static class Responses
{
    /// <summary>Returns the response to a command: what <paramref name="success"/> makes of its value, or the problem.</summary>
    public static IResult ToResult<T>(this Result<T> result, HttpContext context, Func<T, IResult> success)
    {
        if (result.Replayed)
            context.Response.Headers["Idempotency-Replayed"] = "true";
        return result.Error is { } error ? new Problem(error) : success(result.Value!);
    }

    public static IResult ToResult<T>(this Result<T> result, HttpContext context) => result.ToResult(context, value => Json(value));

    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, ApiJson.Options, statusCode: status);

    /// <summary>Sets the response's ETag to a version.</summary>
    public static void ETag(this HttpContext context, int version) => context.Response.Headers.ETag = Versions.ETag(version);
}

/// <summary>Versions as ETags: <c>"v7"</c>.</summary>
internal static class Versions
{
    public static string ETag(int version) => $"\"v{version}\"";

    /// <summary>Reads the opaque ETag named by <c>If-Match</c>; null if there is none.</summary>
    public static Result<ExpectedTag> ExpectedTag(HttpContext context)
    {
        var text = context.Request.Headers.IfMatch.ToString();
        if (text.Length == 0)
            return new ExpectedTag(null);
        return text.Length > 2 && text[0] == '"' && text.IndexOf('"', 1) == text.Length - 1
            ? new ExpectedTag(text[1..^1])
            : Error.Invalid(ErrorCode.InvalidRequest, "If-Match", "If-Match takes one ETag as this API gave it, in its quotation marks.");
    }

    /// <summary>Reads the version number named by <c>If-Match</c>; null if there is none.</summary>
    public static Result<ExpectedVersion> Expected(HttpContext context)
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
