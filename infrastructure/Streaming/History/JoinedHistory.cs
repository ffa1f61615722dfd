using System.IO.Pipelines;
using System.Text;
using LiveFeed.Infrastructure.Streaming.Delivery;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.History;

/// <summary>Finds where a stream of several topics continues, and sends what the memory no longer holds, one topic after the other.</summary>
internal sealed class JoinedHistory(HistoryPages pages, ResumePositions positions, HistoryFlush flush, IOptions<FeedOptions> options)
{
    // Stands in ids for a cursor that can't be read, and is none either.
    private const string Unknown = "0";

    /// <summary>Sends the rejected topics, and the entries of the others that only the log still holds, until the rest is in memory.</summary>
    /// <param name="request">The stream.</param>
    /// <param name="output">The response's body. Everything written to it has been flushed on return.</param>
    /// <param name="abort">Cuts the connection of a client that doesn't read.</param>
    /// <param name="clientGone">Cancelled when the client goes away.</param>
    /// <returns>Where each topic continues from memory, or why the stream has ended.</returns>
    public async Task<(IReadOnlyList<JoinedTopic> Topics, CloseReason? Closed)> SendAsync(
        JoinedStreamRequest request, PipeWriter output, Action abort, CancellationToken clientGone)
    {
        var topics = request.Topics.Select(topic => new JoinedTopic(topic.Feed, topic.Filter)).ToList();
        try
        {
            foreach (var rejected in request.Rejected)
                JoinedFrames.WriteClosed(output, rejected.Topic, rejected.Code);
            if (await flush.FlushAsync(output, clientGone) is { } ended)
                return (topics, ended);
            // All positions first: the ids of one topic's entries have the cursors of the others.
            var last = JoinedCursor.Read(request.LastEventId);
            foreach (var topic in topics)
                await FindStartAsync(topic, last.Find(topic.Label.Tag), clientGone);
            // While one topic's history is sent, others may outgrow the memory.
            while (topics.Find(topic => IsHistory(topic, request.Identity)) is { } topic)
            {
                if (await SendAsync(request.Identity, topics, topic, output, abort, clientGone) is { } closed)
                    return (topics, closed);
            }

            return (topics, null);
        }
        catch (OperationCanceledException) when (clientGone.IsCancellationRequested)
        {
            return (topics, CloseReason.ClientGone);
        }
    }

    private async Task FindStartAsync(JoinedTopic topic, string? cursor, CancellationToken clientGone)
    {
        var start = await positions.FindAsync(topic.Feed, cursor, clientGone);
        (topic.Sequence, topic.NeedsSnapshot, topic.Reset) = (start.Sequence, start.NeedsSnapshot, start.Reset);
        // Kept until the snapshot is sent: a reader that is disconnected before gets the reset again. In our own form, whatever the client has sent.
        if (cursor is not null)
            topic.Cursor = Encoding.ASCII.GetBytes(FeedCursor.TryParse(cursor, out var parsed) ? parsed.ToString() : Unknown);
    }

    private async Task<CloseReason?> SendAsync(
        ReaderIdentity identity, IReadOnlyList<JoinedTopic> topics, JoinedTopic topic, PipeWriter output, Action abort, CancellationToken clientGone)
    {
        var entries = new List<FeedEntry>();
        while (IsHistory(topic, identity))
        {
            var page = await pages.ReadAsync(topic.Feed, topic.Sequence, clientGone);
            if (page.After > topic.Sequence)
            {
                (topic.NeedsSnapshot, topic.Reset) = (true, ResetReason.TooFarBehind);
                return null;
            }

            if (page.Last <= topic.Sequence)
                return CloseReason.InternalError;
            while (topic.Sequence < page.Last && MayRead(topic, identity))
            {
                entries.Clear();
                topic.Sequence = page.Collect(topic.Sequence, topic.Filter, EntriesAtOnce, entries);
                if (await WriteAsync(topics, topic, entries, output, clientGone) is not { } ended)
                    continue;
                abort();
                return ended;
            }
        }

        return null;
    }

    /// <summary>Writes entries, and flushes after about as much as a segment holds. Returns why the stream has ended; null if it goes on.</summary>
    private async Task<CloseReason?> WriteAsync(
        IReadOnlyList<JoinedTopic> topics, JoinedTopic topic, List<FeedEntry> entries, PipeWriter output, CancellationToken clientGone)
    {
        var written = 0;
        foreach (var entry in entries)
        {
            JoinedFrames.WriteEntry(output, topics, topic, entry);
            written += entry.Frame.Length + JoinedFrames.ExtraLength(topics, topic);
            if (written < options.Value.SegmentBytes)
                continue;
            written = 0;
            if (await flush.FlushAsync(output, clientGone) is { } ended)
                return ended;
        }

        return await flush.FlushAsync(output, clientGone);
    }

    /// <summary>Returns whether only the log holds what the topic's reader is sent next.</summary>
    private static bool IsHistory(JoinedTopic topic, ReaderIdentity identity) =>
        !topic.NeedsSnapshot && !topic.Feed.HasAllAfter(topic.Sequence) && MayRead(topic, identity);

    // So many of the usual size are about as much as a segment holds.
    private int EntriesAtOnce => Math.Max(1, options.Value.SegmentBytes / 512);

    private static bool MayRead(JoinedTopic topic, ReaderIdentity identity) =>
        topic.Feed.AccessState.GetCloseReason(identity) is null or CloseReason.EventArchived;
}
