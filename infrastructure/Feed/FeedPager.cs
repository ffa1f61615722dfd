using System.Buffers;
using System.IO.Pipelines;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>Finds the position from which a reader continues, and sends it the entries that are no longer in memory.</summary>
internal sealed class FeedPager(HistoryPages pages, FeedOptions options, Func<EventFeed, CancellationToken, Task> catchUp)
{
    /// <summary>
    /// Returns the entries after a cursor, from memory or from the log, at most <paramref name="limit"/>; or the snapshot.
    /// </summary>
    public async Task<FeedPage> ReadAsync(EventFeed feed, string? after, ReaderFilter filter, int limit, CancellationToken cancellationToken)
    {
        var start = await LocateAsync(feed, after, cancellationToken);
        if (start.Position is { } position)
        {
            var entries = new List<FeedEntry>();
            while (entries.Count < limit && !feed.HasAllAfter(position))
            {
                var page = await pages.ReadAsync(feed, position, cancellationToken);
                if (page.Last <= position)
                    break;
                position = page.Collect(position, filter, limit, entries);
            }

            if (entries.Count < limit && feed.HasAllAfter(position))
                position = feed.Collect(position, filter, limit, entries);
            return new FeedPage(new FeedCursor(feed.Epoch, position), null, position < feed.Head, JsonArray.Of(entries));
        }

        var snapshot = feed.Snapshot(filter);
        return new FeedPage(snapshot.Cursor, start.Reset, snapshot.Cursor.Sequence < feed.Head, snapshot.Entries);
    }

    /// <summary>
    /// Sets a stream's start position. Then sends the entries that only the log still holds, page by page, until the rest is in memory. The
    /// seam is exact, because log and memory hold the same entries. Returns why the stream was closed; null if it continues.
    /// </summary>
    public async Task<CloseReason?> SendHistoryAsync(
        FeedStream stream, PipeWriter output, Action abort, TimeProvider time, CancellationToken clientGone)
    {
        try
        {
            var request = stream.Request;
            var feed = (EventFeed)request.Feed;
            var start = await LocateAsync(feed, request.LastEventId, clientGone);
            (stream.NeedsSnapshot, stream.Reset, stream.Position) = (start.Position is null, start.Reset, start.Position ?? 0);
            while (!stream.NeedsSnapshot && !feed.HasAllAfter(stream.Position) && feed.AccessState.GetCloseReason(request.Identity) is null or CloseReason.EventArchived)
            {
                var page = await pages.ReadAsync(feed, stream.Position, clientGone);
                if (page.Last <= stream.Position)
                    return CloseReason.InternalError;
                for (var from = stream.Position; from < page.Last && feed.AccessState.GetCloseReason(request.Identity) is null or CloseReason.EventArchived;)
                {
                    from = page.Write(output, from, request.Filter, options.SegmentBytes);
                    using var stalled = new CancellationTokenSource(options.StallTimeout, time);
                    using var either = CancellationTokenSource.CreateLinkedTokenSource(stalled.Token, clientGone);
                    if ((await output.FlushAsync(either.Token)).IsCompleted)
                        return CloseReason.ClientGone;
                    stream.Position = from;
                }
            }

            return null;
        }
        catch (OperationCanceledException)
        {
            abort();
            return clientGone.IsCancellationRequested ? CloseReason.ClientGone : CloseReason.Stalled;
        }
    }

    private async Task<Start> LocateAsync(EventFeed feed, string? cursorText, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(cursorText))
            return new Start(null, null);
        if (!FeedCursor.TryParse(cursorText, out var cursor))
            return new Start(null, ResetReason.UnknownCursor);
        if (cursor.Epoch != feed.Epoch)
            return new Start(null, ResetReason.OtherEpoch);
        // Another instance may have sent the client an entry that this one has not received yet.
        if (cursor.Sequence > feed.Head)
            await catchUp(feed, cancellationToken);
        if (cursor.Sequence > feed.Head)
            return new Start(null, ResetReason.UnknownCursor);
        if (feed.Head - cursor.Sequence > options.MaxResumeEntries && !feed.HasAllAfter(cursor.Sequence))
            return new Start(null, ResetReason.TooFarBehind);
        return new Start(cursor.Sequence, null);
    }

    /// <summary>The position to continue from; null for a snapshot.</summary>
    private readonly record struct Start(long? Position, ResetReason? Reset);
}

internal static class JsonArray
{
    /// <summary>Returns the entries' JSON as one array.</summary>
    public static ReadOnlyMemory<byte> Of(IReadOnlyList<FeedEntry> entries)
    {
        var buffer = new ArrayBufferWriter<byte>(entries.Sum(entry => entry.Payload.Length + 1) + 2);
        buffer.Write("["u8);
        for (var i = 0; i < entries.Count; i++)
        {
            if (i > 0)
                buffer.Write(","u8);
            buffer.Write(entries[i].Payload.Span);
        }

        buffer.Write("]"u8);
        return buffer.WrittenMemory;
    }
}
