using System.Globalization;
using System.Reflection;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Infrastructure.Streaming.Replays;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Feed;

/// <summary>Whether the stored feed is replayed, from where and how fast: <c>?from=&amp;speed=</c>.</summary>
/// <param name="IsReplay">Whether either is given.</param>
/// <param name="From">Where it begins.</param>
/// <param name="Speed">How many times faster it is than the feed was.</param>
internal sealed record ReplayQuery(bool IsReplay, ReplayFrom From, int Speed) : IBindableFromHttpContext<ReplayQuery>, IEndpointParameterMetadataProvider
{
    private const string Name = "from";

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    private static readonly QueryNumber SpeedNumber = new("speed", "Replay the stored feed so many times faster than it was written.", 1, 1, 1_000);

    public static ValueTask<ReplayQuery?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var query = context.Request.Query;
        return new(new ReplayQuery(query.ContainsKey(Name) || query.ContainsKey(SpeedNumber.Name), ReadFrom(query[Name].ToString()), SpeedNumber.Read(context)));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.AddMetadata(
        new QueryParameterMetadata(
            Name, "Replay the stored feed from here: a cursor, such as the id of an entry, or a time with its zone (2026-07-04T09:00:00Z). With speed alone it begins with the first entry. Last-Event-ID wins over it.",
            Schemas.Text),
        SpeedNumber.Metadata,
        new ErrorCodesMetadata([ErrorCode.InvalidRequest]));

    private static ReplayFrom ReadFrom(string text)
    {
        if (text.Length == 0)
            return new ReplayFrom(null, null);
        if (FeedCursor.TryParse(text, out var cursor))
            return new ReplayFrom(cursor, null);
        // A time without a zone would be another one on every machine.
        return text[^1] is 'Z' or 'z' || text.LastIndexOfAny(['+', '-', ' ']) > text.IndexOf('T', StringComparison.Ordinal)
            ? new ReplayFrom(null, ReadTime(text))
            : throw Malformed();
    }

    private static DateTimeOffset ReadTime(string text) =>
        // A plus sign that was not encoded arrives as a space.
        DateTimeOffset.TryParseExact(text.Replace(' ', '+'), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : throw Malformed();

    private static InvalidParameterException Malformed() =>
        new(Name, "from is a cursor, such as the id of an entry, or a time with its zone, such as 2026-07-04T09:00:00Z.");
}
