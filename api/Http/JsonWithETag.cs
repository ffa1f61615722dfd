using System.Reflection;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Http;

/// <summary>
/// A value in JSON with an ETag: 304 without a body if the client has that version. It holds the encoded bytes and not the value, because
/// thousands of readers get the same bytes from a cache, and the ETag of others is a hash of them.
/// </summary>
/// <typeparam name="T">The type of the value, for the description of the API.</typeparam>
internal sealed class JsonWithETag<T>(byte[] json, string etag) : IResult, IEndpointMetadataProvider
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = etag;
        if (ResponseCaching.Matches(httpContext, etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        await ResponseBody.WriteAsync(response, json, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.AddMetadata(OpenApiConventions.UnlessUnchanged<T>());
}
