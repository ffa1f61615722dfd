using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.People;

/// <summary>
/// Responses that have people's names: in full for who keeps score or manages the event, and as far as they are published for everybody else. Each has a place of
/// its own in the cache, and an ETag of its own: a shared cache must not confirm one by the other.
/// </summary>
internal static class NamedResponses
{
    /// <summary>Returns a value that is always there.</summary>
    /// <param name="context">The request.</param>
    /// <param name="key">The cache key, without who reads.</param>
    /// <param name="read">Reads the value; takes whether names are in full.</param>
    /// <param name="etag">Makes the ETag from the value.</param>
    public static Task<JsonWithETag<T>> CachedWithNamesAsync<T>(this HttpContext context, string key, Func<bool, Task<T>> read, Func<T, string>? etag = null)
        where T : class => context.SeesFullNames()
        ? context.CachedAsync(key + " in full", () => read(true), etag ?? ContentTag)
        : context.CachedAsync(key, () => read(false), etag);

    /// <summary>Returns a value that may be missing.</summary>
    public static Task<Results<JsonWithETag<T>, Problem>> CachedWithNamesAsync<T>(
        this HttpContext context, string key, Func<bool, Task<T?>> read, Error missing, Func<T, string>? etag = null)
        where T : class => context.SeesFullNames()
        ? context.CachedAsync(key + " in full", () => read(true), missing, etag ?? ContentTag)
        : context.CachedAsync(key, () => read(false), missing, etag);

    private static bool SeesFullNames(this HttpContext context) => context.Feed().Access.SeesFullNames(context.Reader());

    private static string ContentTag<T>(T value) => ETags.ETag(ItemVersion.Of(value));
}
