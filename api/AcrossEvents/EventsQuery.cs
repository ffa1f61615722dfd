using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;

namespace LiveFeed.Api.AcrossEvents;

/// <summary>The events that a request names: <c>?event=wc22&amp;event=wc26</c>, each once.</summary>
internal static class EventsQuery
{
    private const string Name = "event";

    /// <summary>Returns the events in the order in which they are named.</summary>
    /// <param name="context">The request.</param>
    /// <param name="least">The least number of them; zero if none needs to be named.</param>
    /// <param name="most">The greatest number.</param>
    public static IReadOnlyList<EventId> Read(HttpContext context, int least, int most)
    {
        var values = context.Request.Query[Name];
        var ids = values.Select(value => EventId.TryParse(value, out var id) ? id : throw Malformed("An event is named by its id: 1 to 64 of the characters A-Z a-z 0-9 _ and -.")).ToList();
        if (ids.Count < least || ids.Count > most)
            throw Malformed($"Name {(least == 0 ? "at most" : $"{least} to")} {most} events, such as {Name}=wc22&{Name}=wc26.");
        return ids.Distinct().Count() == ids.Count ? ids : throw Malformed("An event is named twice.");
    }

    public static QueryParameterMetadata Metadata(string description, bool isRequired) => new(Name, description, () => Schemas.ListOf(Schemas.EventId()), isRequired, IsRepeated: true);

    private static InvalidParameterException Malformed(string detail) => new(Name, detail);
}
