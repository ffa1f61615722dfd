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
    // No topic's cursor is like this.
    private const string Unreadable = "~";

    /// <summary>Sends the refused topics, and the entries of the others that only the log still holds, until the rest is in memory.</summary>
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
            foreach (var refused in request.Refused)
                JoinedFrames.WriteClosed(output, refused.Topic, refused.Code);
            if (await flush.FlushAsync(output, clientGone) is { } ended)
                return (topics, ended);
            // All positions first: the ids of one topic's entries have the cursors of the others.
            foreach (var topic in topics)
                await FindStartAsync(topic, request.LastEventId, clientGone);
            foreach (var topic in topics)
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

    private async Task FindStartAsync(JoinedTopic topic, string? lastEventId, CancellationToken clientGone)
    {
        var cursor = string.IsNullOrEmpty(lastEventId) ? null
            : JoinedCursor.TryParse(lastEventId, out var joined) ? joined.Find(topic.Feed.Topic)
            : Unreadable;
        var start = await positions.FindAsync(topic.Feed, cursor, clientGone);
        (topic.Sequence, topic.NeedsSnapshot, topic.Reset) = (start.Sequence, start.NeedsSnapshot, start.Reset);
        if (!start.NeedsSnapshot)
            topic.Cursor = Encoding.ASCII.GetBytes(cursor!);
    }

    private async Task<CloseReason?> SendAsync(
        ReaderIdentity identity, IReadOnlyList<JoinedTopic> topics, JoinedTopic topic, PipeWriter output, Action abort, CancellationToken clientGone)
    {
        var entries = new List<FeedEntry>();
        while (!topic.NeedsSnapshot && !topic.Feed.HasAllAfter(topic.Sequence) && MayRead(topic, identity))
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
                foreach (var entry in entries)
                    JoinedFrames.WriteEntry(output, topics, topic, entry);
                if (await flush.FlushAsync(output, clientGone) is not { } ended)
                    continue;
                abort();
                return ended;
            }
        }

        return null;
    }

    // So many of the usual size are about as much as a segment holds.
    private int EntriesAtOnce => Math.Max(1, options.Value.SegmentBytes / 512);

    private static bool MayRead(JoinedTopic topic, ReaderIdentity identity) =>
        topic.Feed.AccessState.GetCloseReason(identity) is null or CloseReason.EventArchived;
}
