namespace LiveFeed.Api.Http;

/// <summary>A body with an ETag: 304 without it if the client has that version.</summary>
internal static class ETagResponse
{
    public static async Task WriteAsync(HttpContext context, byte[] body, string etag, string contentType)
    {
        var response = context.Response;
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = etag;
        if (ResponseCaching.Matches(context, etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        response.ContentLength = body.Length;
        await ResponseBody.WriteAsync(response, body, context.RequestAborted);
    }
}
