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
    public Task ExecuteAsync(HttpContext httpContext) => ETagResponse.WriteAsync(httpContext, json, etag, "application/json; charset=utf-8");

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.AddMetadata(OpenApiConventions.UnlessUnchanged<T>());
}
