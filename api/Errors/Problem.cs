using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Diagnostics;

namespace LiveFeed.Api.Errors;

/// <summary>A rejection as an RFC 9457 problem document, with the code's own members.</summary>
internal sealed class Problem(Error error) : IResult
{
    public const string ContentType = "application/problem+json";

    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, error);

    public static async Task WriteAsync(HttpContext context, Error error)
    {
        var status = ErrorStatus.ToStatusCode(error.Code);
        context.RequestServices.GetRequiredService<ErrorMetrics>().Rejected(error.Code);
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        if (status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "1";
        context.Response.Headers.CacheControl = "no-store";
        if (AsPage(context) is { } page)
        {
            await page.WriteAsync(context, error);
            return;
        }

        context.Response.ContentType = ContentType;
        await context.Response.WriteAsync(Document(context, error).ToJsonString(ApiJson.Options), context.RequestAborted);
    }

    // The exception handler has cleared the endpoint, and keeps it in its feature.
    private static ProblemsAsPage? AsPage(HttpContext context) =>
        (context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint)?.Metadata.GetMetadata<ProblemsAsPage>();

    /// <summary>Returns an error as a problem document.</summary>
    public static JsonObject Document(HttpContext context, Error error)
    {
        var document = new JsonObject
        {
            ["type"] = $"urn:livefeed:error:{error.Code.ToWireName()}",
            ["title"] = ErrorStatus.Title(error.Code),
            ["status"] = ErrorStatus.ToStatusCode(error.Code),
            ["detail"] = error.Detail,
            ["code"] = error.Code.ToWireName(),
            ["traceId"] = Activity.Current?.Id ?? context.TraceIdentifier,
        };
        if (error.Fields is { Count: > 0 } fields)
            document["errors"] = JsonSerializer.SerializeToNode(fields, ApiJson.Options);
        foreach (var (name, value) in error.Extensions ?? new Dictionary<string, object?>())
            document[name] = JsonSerializer.SerializeToNode(value, ApiJson.Options);
        return document;
    }
}
