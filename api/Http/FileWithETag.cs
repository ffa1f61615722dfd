namespace LiveFeed.Api.Http;

/// <summary>A file with an ETag: 304 without a body if the client has that version.</summary>
/// <param name="content">The file.</param>
/// <param name="etag">Its version, quoted.</param>
/// <param name="contentType">Its media type.</param>
/// <param name="name">The name under which a browser saves it.</param>
internal sealed class FileWithETag(byte[] content, string etag, string contentType, string name) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return ETagResponse.WriteAsync(httpContext, content, etag, contentType);
    }
}
