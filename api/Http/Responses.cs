using LiveFeed.Api.Errors;

namespace LiveFeed.Api.Http;

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
    public static void ETag(this HttpContext context, int version) => context.Response.Headers.ETag = ETags.ETag(version);
}
