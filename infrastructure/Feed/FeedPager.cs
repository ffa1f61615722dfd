using System.Buffers;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>Finds where a reader goes on, and brings it what the memory no longer holds.</summary>
internal sealed class FeedPager(FeedLog log, FeedOptions options, Func<EventFeed, CancellationToken, Task> catchUp)
{
    /// <summary>Entries after a cursor from memory or log, at most <paramref name="limit"/>; or the snapshot.</summary>
    public async Task<FeedPage> ReadAsync(EventFeed feed, string? after, ReaderFilter filter, int limit, CancellationToken cancellationToken)
    {
        var start = await LocateAsync(feed, after, cancellationToken);
        if (start.Position is { } position)
        {
            var entries = new List<FeedEntry>();
            if (!feed.Holds(position))
                position = await ReadLogAsync(feed, position, filter, limit, entries, cancellationToken);
            while (entries.Count < limit && feed.Next(ref position, filter, out var entry) == NextEntry.Found)
                entries.Add(entry!);
            return new FeedPage(new FeedCursor(feed.Epoch, position), null, position < feed.Head, JsonArray.Of(entries));
        }

        var snapshot = feed.Snapshot(filter);
        return new FeedPage(snapshot.Cursor, start.Reset, snapshot.Cursor.Sequence < feed.Head, snapshot.Entries);
    }

    /// <summary>
    /// Sets a reader's start, and sends what only the log still holds, in pages, until the rest is in memory. The seam is exact, because
    /// both are the same log. Returns why the stream ended where it did.
    /// </summary>
    public async Task<CloseReason?> ReplayAsync(FeedReader reader, string? lastEventId, TimeProvider time, CancellationToken clientGone)
    {
        try
        {
            var feed = reader.Feed;
            var start = await LocateAsync(feed, lastEventId, clientGone);
            (reader.NeedsSnapshot, reader.Reset, reader.Position) = (start.Position is null, start.Reset, start.Position ?? 0);
            while (!reader.NeedsSnapshot && !feed.Holds(reader.Position) && reader.Closing is null && feed.Access.Check(reader.Identity) is null)
            {
                var page = await log.ReadAsync(feed.EventId, feed.Epoch, reader.Position, clientGone);
                if (page.Count == 0)
                    return CloseReason.InternalError;
                foreach (var entry in page.Where(entry => reader.Filter.Lets(entry.Type, entry.Facets)))
                    reader.Output.Write(entry.Frame);
                reader.Position = page[^1].Sequence;

                using var stalled = new CancellationTokenSource(options.StallTimeout, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(stalled.Token, clientGone);
                if ((await reader.Output.FlushAsync(either.Token)).IsCompleted)
                    return CloseReason.ClientGone;
            }

            return null;
        }
        catch (OperationCanceledException)
        {
            reader.Abort();
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
        // Another instance may have told the client of an entry that this one hasn't heard of yet.
        if (cursor.Sequence > feed.Head)
            await catchUp(feed, cancellationToken);
        if (cursor.Sequence > feed.Head)
            return new Start(null, ResetReason.UnknownCursor);
        if (feed.Head - cursor.Sequence > options.MaxReplayEntries && !feed.Holds(cursor.Sequence))
            return new Start(null, ResetReason.TooFarBehind);
        return new Start(cursor.Sequence, null);
    }

    private async Task<long> ReadLogAsync(
        EventFeed feed, long position, ReaderFilter filter, int limit, List<FeedEntry> into, CancellationToken cancellationToken)
    {
        while (into.Count < limit && !feed.Holds(position))
        {
            var page = await log.ReadAsync(feed.EventId, feed.Epoch, position, cancellationToken);
            if (page.Count == 0)
                return position;
            foreach (var entry in page)
            {
                position = entry.Sequence;
                if (filter.Lets(entry.Type, entry.Facets))
                    into.Add(entry);
                if (into.Count == limit)
                    break;
            }
        }

        return position;
    }

    /// <summary>A position to go on from, or null for a snapshot.</summary>
    private readonly record struct Start(long? Position, ResetReason? Reset);
}

internal static class JsonArray
{
    /// <summary>The entries' JSON as one array.</summary>
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
