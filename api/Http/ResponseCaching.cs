using System.Text.Json;
using LiveFeed.Api.Errors;
using LiveFeed.Infrastructure.Streaming.Feeds;
using Microsoft.Net.Http.Headers;

namespace LiveFeed.Api.Http;

/// <summary>Responses to reads of an event, which are served from memory until its feed grows.</summary>
internal static class ResponseCaching
{
    /// <summary>Returns a list.</summary>
    /// <param name="context">The request.</param>
    /// <param name="key">
    /// The cache key. It is made from the parsed request, never from its URL: one request has endlessly many URLs.
    /// </param>
    /// <param name="read">Reads the list.</param>
    public static Task<IResult> CachedAsync<T>(this HttpContext context, string key, Func<Task<T>> read) =>
        RespondAsync(context, key, async () => new ResponseContent(JsonSerializer.SerializeToUtf8Bytes(await read(), ApiJson.Options)), null);

    /// <summary>Returns something whose content determines its version.</summary>
    public static Task<IResult> CachedAsync<T>(this HttpContext context, string key, Func<Task<T>> read, Func<T, string> etag) => RespondAsync(
        context,
        key,
        async () =>
        {
            var found = await read();
            return new ResponseContent(JsonSerializer.SerializeToUtf8Bytes(found, ApiJson.Options), etag(found));
        },
        null);

    /// <summary>Returns one thing, which may be missing and may have a version of its own.</summary>
    public static Task<IResult> CachedAsync<T>(this HttpContext context, string key, Func<Task<T?>> read, Func<T, int>? version, Error missing)
        where T : class
    {
        return RespondAsync(context, key, BuildAsync, missing);

        async Task<ResponseContent> BuildAsync() => await read() is { } found
            ? new ResponseContent(JsonSerializer.SerializeToUtf8Bytes(found, ApiJson.Options), version is null ? null : ETags.ETag(version(found)))
            : default;
    }

    private static async Task<IResult> RespondAsync(HttpContext context, string key, Func<Task<ResponseContent>> build, Error? missing)
    {
        var read = await context.Feed().GetResponseAsync(key, build, context.RequestAborted);
        if (read.Content.Json is not { } json)
            return new Problem(missing!);
        return Unless304(context, json, read.Content.ETag ?? ETag(read.Cursor));
    }

    /// <summary>
    /// Returns something that may change without an entry in the feed, and so can't be cached. The ETag is made from the response itself.
    /// </summary>
    public static IResult Fresh<T>(this HttpContext context, T value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Options);
        return Unless304(context, json, $"\"{ApiJson.Tag(json)}\"");
    }

    private static IResult Unless304(HttpContext context, byte[] json, string etag)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ETag = etag;
        return Matches(context, etag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(json, "application/json; charset=utf-8");
    }

    /// <summary>Lets a cache in front of the server serve any number of displays of a public event.</summary>
    public static void SetPolling(HttpContext context, TopicFeed feed) =>
        context.Response.Headers.CacheControl = feed.Access.IsPublic ? "public, max-age=1" : "private, no-cache";

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
