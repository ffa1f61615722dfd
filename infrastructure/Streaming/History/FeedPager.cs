using System.IO.Pipelines;
using LiveFeed.Infrastructure.Streaming.Delivery;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.History;

/// <summary>Returns to polls what follows their cursor, and sends streams what the memory no longer holds.</summary>
internal sealed class FeedPager(HistoryPages pages, ResumePositions positions, HistoryFlush flush, IOptions<FeedOptions> options)
{
    private readonly FeedOptions options = options.Value;

    /// <summary>Returns the entries after a cursor, at most <paramref name="limit"/>; or the snapshot if there is no cursor or it can't be served.</summary>
    public async Task<FeedPage> ReadAsync(TopicFeed feed, string? after, ReaderFilter filter, int limit, CancellationToken cancellationToken)
    {
        var start = await positions.FindAsync(feed, after, cancellationToken);
        if (start.NeedsSnapshot)
            return Snapshot(start.Reset);

        var position = start.Sequence;
        var entries = new List<FeedEntry>();
        while (entries.Count < limit && !feed.HasAllAfter(position))
        {
            var page = await pages.ReadAsync(feed, position, cancellationToken);
            if (page.After > position && entries.Count == 0)
                return Snapshot(ResetReason.TooFarBehind);
            if (page.After > position || page.Last <= position)
                break;
            position = page.Collect(position, filter, limit, entries);
        }

        if (entries.Count < limit && feed.HasAllAfter(position))
            position = feed.Collect(position, filter, limit, entries);
        var check = (await pages.FindAsync(feed, position, cancellationToken))?.Check;
        return new FeedPage(new FeedCursor(feed.Epoch, position, check), null, position < feed.Head, new EntryArray(entries, ReaderFilter.All, isShared: false));

        FeedPage Snapshot(ResetReason? reset)
        {
            var snapshot = feed.Snapshot(filter);
            return new FeedPage(snapshot.Cursor, reset, snapshot.Cursor.Sequence < feed.Head, snapshot.Entries);
        }
    }

    /// <summary>
    /// Finds where a stream continues, and writes the entries that only the log still holds, in pages, until the rest is in memory. The seam
    /// between log and memory is exact, because both are the same log.
    /// </summary>
    /// <param name="request">The stream.</param>
    /// <param name="output">The response's body. Everything written to it has been flushed on return.</param>
    /// <param name="abort">Cuts the connection of a client that doesn't read.</param>
    /// <param name="clientGone">Cancelled when the client goes away.</param>
    /// <returns>Where the stream continues from memory, or why it has ended.</returns>
    // Step R4: what only the log still holds.
    public async Task<(StreamStart Start, CloseReason? Closed)> SendHistoryAsync(StreamRequest request, PipeWriter output, Action abort, CancellationToken clientGone)
    {
        try
        {
            var feed = request.Feed;
            var start = await positions.FindAsync(feed, request.LastEventId, clientGone);
            while (!start.NeedsSnapshot && !feed.HasAllAfter(start.Sequence) && MayRead(request))
            {
                var page = await pages.ReadAsync(feed, start.Sequence, clientGone);
                if (page.After > start.Sequence)
                    return (new StreamStart(0, true, ResetReason.TooFarBehind), null);
                if (page.Last <= start.Sequence)
                    return (start, CloseReason.InternalError);
                while (start.Sequence < page.Last && MayRead(request))
                {
                    var sent = page.Write(output, start.Sequence, request.Filter, options.SegmentBytes);
                    if (await flush.FlushAsync(output, clientGone) is { } ended)
                    {
                        abort();
                        return (start, ended);
                    }

                    start = start with { Sequence = sent };
                }
            }

            return (start, null);
        }
        catch (OperationCanceledException) when (clientGone.IsCancellationRequested)
        {
            return (default, CloseReason.ClientGone);
        }
    }

    private static bool MayRead(StreamRequest request) => request.Feed.AccessState.GetCloseReason(request.Identity) is null or CloseReason.EventArchived;
}
