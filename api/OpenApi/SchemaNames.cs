using LiveFeed.Api.Feed;
using LiveFeed.Infrastructure.Streaming.History;

namespace LiveFeed.Api.OpenApi;

internal static class SchemaNames
{
    /// <summary>
    /// Returns a type's name as readers of the document know it: <c>ScorePage</c>, not <c>Page`1</c>, and without our endings.
    /// </summary>
    public static string Of(Type type)
    {
        if (type.IsGenericType)
            return string.Concat(type.GetGenericArguments().Select(Of)) + type.Name[..type.Name.IndexOf('`')];
        // Event and Feed would be too common as names.
        if (type == typeof(EventView))
            return nameof(LiveEvent);
        if (type == typeof(FeedView))
            return nameof(FeedPage);
        if (type == typeof(JoinedFeedView))
            return "JoinedFeedPage";
        if (type == typeof(EntryView))
            return "FeedEntry";
        return type.Name.EndsWith("View", StringComparison.Ordinal) ? type.Name[..^4] : type.Name;
    }
}
