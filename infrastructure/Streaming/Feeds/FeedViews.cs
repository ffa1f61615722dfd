using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Views;

namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>A feed's views: one for each filter, and each way to frame entries, that subscribers have now. Not safe for concurrent use.</summary>
internal sealed class FeedViews(EntryLog log, FeedOptions options)
{
    private readonly Dictionary<(string Filter, bool Chunked), View> views = [];

    /// <summary>Adds an entry to all views whose filter it passes.</summary>
    public void Append(FeedEntry entry)
    {
        foreach (var view in views.Values)
            view.Append(entry);
    }

    /// <summary>Returns the view that subscribers with one filter share; null if the maximum number of views is in use.</summary>
    public View? Acquire(ReaderFilter filter, bool chunked)
    {
        if (!views.TryGetValue((filter.Key, chunked), out var view))
        {
            if (views.Count >= options.MaxViews)
                return null;
            view = Create(filter, chunked);
            views.Add((filter.Key, chunked), view);
        }

        view.SubscriberCount++;
        return view;
    }

    public void Release(ReaderFilter filter, View view)
    {
        if (--view.SubscriberCount == 0)
            views.Remove((filter.Key, view.IsChunked));
    }

    private View Create(ReaderFilter filter, bool chunked)
    {
        // Without a filter, most clients resume at the newest entries. For a narrow filter it isn't worth searching the log.
        var view = new View(filter, chunked, filter.IsAll ? log.Start : log.Head, options);
        if (filter.IsAll)
        {
            for (var sequence = log.Start + 1; sequence <= log.Head; sequence++)
                view.Append(log[sequence]);
        }

        return view;
    }
}
