namespace LiveFeed.Api.Recordings;

/// <summary>The address of a feed's stream, however somebody names it: by the page of the event, the event in the API, or the stream itself, with a filter.</summary>
internal static class FeedAddress
{
    private const string Stream = "/stream";

    /// <summary>Returns the address of the stream that replays an event's stored feed as fast as it may; null if the stream is of no single event, or is a replay itself.</summary>
    public static Uri? FindReplay(Uri stream)
    {
        var query = stream.Query.TrimStart('?');
        var isReplay = query.Split('&').Any(part => part.StartsWith("from=", StringComparison.Ordinal) || part.StartsWith("speed=", StringComparison.Ordinal));
        return isReplay || !stream.AbsolutePath.Contains("/events/", StringComparison.Ordinal)
            ? null
            : new UriBuilder(stream) { Query = query.Length == 0 ? "speed=1000" : $"{query}&speed=1000" }.Uri;
    }

    /// <summary>Returns the address of the stream; null if the text names none.</summary>
    public static Uri? Find(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            return null;
        var path = url.AbsolutePath.TrimEnd('/');
        var address = new UriBuilder(url) { Fragment = "" };
        if (path.EndsWith(Stream, StringComparison.Ordinal))
            return address.Uri;
        // Below the path of a proxy as well: everything before the event stays.
        var parts = path.Split('/');
        if (parts.Length < 3 || parts[^2] != "events" || parts[^1].Length == 0)
            return null;
        var root = string.Join('/', parts[..^2]);
        address.Path = $"{(parts[^3] == "api" ? root : root + "/api")}/events/{parts[^1]}{Stream}";
        return address.Uri;
    }
}
