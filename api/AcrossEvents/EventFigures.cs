using LiveFeed.Api.Http;
using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Api.AcrossEvents;

/// <summary>What is added up and compared of each event. It is made once for all readers, and again when the event's feed has grown.</summary>
internal sealed class EventFigures(FeedRegistry feeds, IAcrossEventsReads reads, LargeReads large)
{
    /// <summary>Returns what the teams have got of those events that can be read, and the error of the first one that can't.</summary>
    public Task<(IReadOnlyList<EventResults> Found, Error? Error)> ResultsAsync(HttpContext context, IReadOnlyList<EventId> events) =>
        FindAsync(context, events, id => reads.ResultsAsync(id, CancellationToken.None));

    /// <summary>Returns what is compared of those events that can be read, and the error of the first one that can't.</summary>
    public Task<(IReadOnlyList<ComparedEvent> Found, Error? Error)> ComparedAsync(HttpContext context, IReadOnlyList<EventId> events) =>
        FindAsync(context, events, id => reads.ComparedAsync(id, CancellationToken.None));

    private async Task<(IReadOnlyList<T> Found, Error? Error)> FindAsync<T>(HttpContext context, IReadOnlyList<EventId> events, Func<EventId, Task<T?>> read)
        where T : class
    {
        var all = new List<(TopicFeed? Feed, T? Figures)>();
        foreach (var id in events)
        {
            var feed = await feeds.FindAsync(Topics.ForEvent(id), context.RequestAborted);
            all.Add(feed is not null && CheckAccess(feed) is null ? (feed, await FiguresAsync(feed, id)) : (feed, null));
        }

        // Only now: what was read may be from after a change of access.
        var errors = all.Select(one => one.Feed is null ? CommonErrors.EventNotFound : CheckAccess(one.Feed) ?? (one.Figures is null ? CommonErrors.EventNotFound : null)).ToList();
        return ([.. all.Zip(errors).Where(one => one.Second is null).Select(one => one.First.Figures!)], errors.Find(error => error is not null));

        Error? CheckAccess(TopicFeed feed) => feed.IsGone ? CommonErrors.EventNotFound : feed.Access.CheckReadAccess(context.Reader());

        // Not cancelled: others may wait for the same figures.
        async Task<T?> FiguresAsync(TopicFeed feed, EventId id) =>
            (await feed.GetValueAsync(() => large.RunAsync(async () => new OfEvent<T>(await read(id))), context.RequestAborted)).Value.Figures;
    }

    /// <param name="Figures">The figures; null if the event was removed while it was read.</param>
    private sealed record OfEvent<T>(T? Figures)
        where T : class;
}
