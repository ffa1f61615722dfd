using System.Text.Json;
using LiveFeed.Api.Errors;
using LiveFeed.Infrastructure.Streaming.Feeds;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LiveFeed.Api.Http;

/// <summary>Responses to reads of an event, which are served from memory until its feed grows.</summary>
internal static class ResponseCaching
{
    /// <summary>Returns a value, such as a list, that is always there.</summary>
    /// <param name="context">The request.</param>
    /// <param name="key">
    /// The cache key. It is made from the parsed request, never from its URL: one request has endlessly many URLs.
    /// </param>
    /// <param name="read">Reads the value.</param>
    /// <param name="etag">Makes the ETag from the value; by default it is the feed's cursor.</param>
    public static Task<JsonWithETag<T>> CachedAsync<T>(
        this HttpContext context, string key, Func<Task<T>> read, Func<T, string>? etag = null)
        where T : class => FindAsync(context, key, read!, etag)!;

    /// <summary>Returns a value that may be missing.</summary>
    public static async Task<Results<JsonWithETag<T>, Problem>> CachedAsync<T>(
        this HttpContext context, string key, Func<Task<T?>> read, Error missing, Func<T, string>? etag = null)
        where T : class => await FindAsync(context, key, read, etag) is { } found ? found : new Problem(missing);

    /// <summary>Returns a file that is made of the event. Its ETag is the feed's cursor.</summary>
    /// <param name="context">The request.</param>
    /// <param name="key">The cache key.</param>
    /// <param name="build">Makes the file.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="name">The name under which a browser saves it.</param>
    public static async Task<FileWithETag> CachedFileAsync(this HttpContext context, string key, Func<Task<byte[]>> build, string contentType, string name)
    {
        var cached = await context.Feed().GetResponseAsync(key, async () => new ResponseContent(await build()), context.RequestAborted);
        return new FileWithETag(cached.Content.Json!, ETag(cached.Cursor), contentType, name);
    }

    private static async Task<JsonWithETag<T>?> FindAsync<T>(HttpContext context, string key, Func<Task<T?>> read, Func<T, string>? etag)
        where T : class
    {
        var cached = await context.Feed().GetResponseAsync(key, BuildAsync, context.RequestAborted);
        return cached.Content.Json is { } json ? new JsonWithETag<T>(json, cached.Content.ETag ?? ETag(cached.Cursor)) : null;

        async Task<ResponseContent> BuildAsync() => await read() is { } found
            ? new ResponseContent(JsonSerializer.SerializeToUtf8Bytes(found, ApiJson.Options), etag?.Invoke(found))
            : default;
    }

    /// <summary>
    /// Returns something that may change without an entry in the feed, and so can't be cached. The ETag is made from the response itself.
    /// </summary>
    public static JsonWithETag<T> Fresh<T>(T value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Options);
        return new JsonWithETag<T>(json, $"\"{ApiJson.Tag(json)}\"");
    }

    /// <summary>Lets a cache in front of the server serve any number of displays of a public event. What is sent to a user is for that user.</summary>
    public static void SetPolling(HttpContext context, TopicFeed feed) =>
        context.Response.Headers.CacheControl = feed.Access.IsPublic && context.Token() is null ? "public, max-age=1, stale-while-revalidate=0" : "private, no-cache";

    /// <summary>Returns whether the client has this version. If it has, sets the response's ETag.</summary>
    public static bool IsUnchanged(HttpContext context, string etag)
    {
        if (!Matches(context, etag))
            return false;
        context.Response.Headers.ETag = etag;
        return true;
    }

    public static string ETag(FeedCursor cursor) => $"\"{cursor}\"";

    /// <summary>Returns whether <c>If-None-Match</c> names this version (RFC 9110, section 13.1.2).</summary>
    public static bool Matches(HttpContext context, string etag)
    {
        var header = context.Request.Headers.IfNoneMatch;
        if (header.Count == 0)
            return false;
        // Nearly always the header is one ETag, as we sent it.
        if (header.Count == 1 && header[0] == etag)
            return true;
        return EntityTagHeaderValue.TryParseList(header, out var tags)
            && tags.Any(tag => tag.Tag == "*" || tag.Tag == etag);
    }
}
