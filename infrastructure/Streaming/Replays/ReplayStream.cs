using System.Buffers;
using System.IO.Pipelines;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;

namespace LiveFeed.Infrastructure.Streaming.Replays;

/// <summary>One replay: it reads the log page by page, and sends each entry when it is due.</summary>
internal sealed class ReplayStream(
    ReplayRequest request, StreamStart start, ReplayEnd end, PipeWriter output, HistoryPages pages, IReplayLog log, HistoryFlush flush, FeedMetrics metrics, FeedOptions options,
    TimeSpan maxPause, TimeProvider time)
{
    private readonly TopicFeed feed = request.Stream.Feed;
    private readonly ReaderFilter filter = request.Stream.Filter;
    private readonly ReplayPace pace = new(request.Speed, maxPause, time);
    private long position = start.Sequence;
    private long sentAt = time.GetTimestamp();
    private int unflushed;

    /// <summary>How many entries were sent, beside those of snapshots.</summary>
    public long Entries { get; private set; }

    /// <summary>Sends the stored feed up to its end. Returns why it has ended.</summary>
    public async Task<CloseReason> RunAsync()
    {
        if (start.NeedsSnapshot && await SendSnapshotAsync(start.Reset) is { } unread)
            return unread;
        while (position < feed.Head)
        {
            var page = await pages.ReadAsync(feed, position, end.Token);
            if (page.After > position)
            {
                // The log was cut meanwhile.
                position = Math.Max(page.After, await log.FindCutAsync(feed.Topic, end.Token));
                if (await SendSnapshotAsync(ResetReason.TooFarBehind) is { } closed)
                    return closed;
                continue;
            }

            if (page.Last <= position)
                return CloseReason.InternalError;
            while (position < page.Last)
            {
                var entry = page.Find(position + 1)!;
                pace.Advance(ReplayFrames.WrittenAt(entry));
                if (await WaitUntilDueAsync() is { } ended)
                    return ended;
                if (await SendAsync(entry) is { } closed)
                    return closed;
                position++;
            }
        }

        return await FlushAsync() ?? CloseReason.ReplayEnded;
    }

    private async Task<CloseReason?> SendAsync(FeedEntry entry)
    {
        if (!entry.IsFor(filter))
            return null;
        if (!end.MayRead())
            return end.Reason;
        ReplayFrames.WriteEntry(output, entry, time.Now());
        Entries++;
        unflushed += entry.Frame.Length;
        metrics.Sent(1, entry.Frame.Length);
        return unflushed >= options.SegmentBytes ? await FlushAsync() : null;
    }

    /// <summary>Waits until the next entry is due, and keeps the connection alive meanwhile.</summary>
    private async Task<CloseReason?> WaitUntilDueAsync()
    {
        while (pace.Left is var left && left > TimeSpan.Zero)
        {
            if (await FlushAsync() is { } ended)
                return ended;
            var silence = options.KeepAlive - time.GetElapsedTime(sentAt);
            if (silence <= TimeSpan.Zero)
            {
                ReplayFrames.WriteKeepAlive(output);
                unflushed++;
                continue;
            }

            await Task.Delay(left < silence ? left : silence, time, end.Token);
        }

        return null;
    }

    /// <summary>Sends the state as it was at the position.</summary>
    private async Task<CloseReason?> SendSnapshotAsync(ResetReason? reset)
    {
        var state = await log.ReadStateAsync(feed, position, end.Token);
        var check = (await pages.FindAsync(feed, position, end.Token))?.Check;
        var snapshot = new FeedSnapshot(feed.Topic, new FeedCursor(feed.Epoch, position, check), new EntryArray(state, filter, isShared: false), time);
        if (!end.MayRead())
            return end.Reason;
        metrics.SnapshotSent(reset);
        foreach (var piece in snapshot.Pieces(reset, chunked: false, options.SegmentBytes))
        {
            output.Write(piece.Span);
            unflushed += piece.Length;
            if (await FlushAsync() is { } ended)
                return ended;
        }

        return null;
    }

    private async Task<CloseReason?> FlushAsync()
    {
        if (unflushed == 0)
            return end.Reason;
        unflushed = 0;
        sentAt = time.GetTimestamp();
        return await flush.FlushAsync(output, end.Token) switch
        {
            // The server may have cut the connection then, and reports that the client is gone.
            CloseReason.Stalled => CloseReason.Stalled,
            var ended => end.Reason ?? ended,
        };
    }
}
