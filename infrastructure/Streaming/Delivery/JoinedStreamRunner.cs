using System.IO.Pipelines;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Transports;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>Runs streams of several topics, each stream on one of the pumps. Every topic is as exact as in a stream of its own.</summary>
public sealed class JoinedStreamRunner
{
    private readonly StreamRunner streams;
    private readonly JoinedHistory history;
    private readonly FeedMetrics metrics;
    private readonly TimeProvider time;
    private readonly ILogger<JoinedStreamRunner> logger;

    internal JoinedStreamRunner(StreamRunner streams, JoinedHistory history, FeedMetrics metrics, TimeProvider time, ILogger<JoinedStreamRunner> logger) =>
        (this.streams, this.history, this.metrics, this.time, this.logger) = (streams, history, metrics, time, logger);

    /// <summary>Opens a stream on a connection whose response head has been sent, as <see cref="StreamRunner.OpenAsync"/> does.</summary>
    /// <param name="request">What is sent, and to whom.</param>
    /// <param name="output">The response's body. Everything written to it has been flushed on return.</param>
    /// <param name="abort">Cuts the connection of a client that doesn't read.</param>
    /// <param name="clientGone">Cancelled when the client goes away.</param>
    /// <returns>What <see cref="RunAsync"/> continues; null if the stream has ended.</returns>
    public async Task<JoinedStream?> OpenAsync(JoinedStreamRequest request, PipeWriter output, Action abort, CancellationToken clientGone)
    {
        var opened = time.GetTimestamp();
        var (topics, closed) = await history.SendAsync(request, output, abort, clientGone);
        if (closed is { } reason)
        {
            Closed(request, reason, opened, entries: 0);
            return null;
        }

        foreach (var topic in topics)
            LogStart(request, topic);
        return new JoinedStream(request, topics);
    }

    /// <summary>Sends everything that follows, until either side ends the stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="output">The connection, which the stream has to itself from now on.</param>
    /// <param name="clientGone">Cancelled when the client goes away.</param>
    public async Task<CloseReason> RunAsync(JoinedStream stream, IStreamOutput output, CancellationToken clientGone)
    {
        var (request, topics) = (stream.Request, stream.Topics);
        var (opened, entries) = (time.GetTimestamp(), 0L);
        while (true)
        {
            var subscriber = new JoinedSubscriber(topics, request.Identity, streams.NextPump(), output);
            var reason = await streams.FollowAsync(subscriber, request.EndsAt, request.SessionId, clientGone);
            entries += subscriber.Entries;
            var next = reason == CloseReason.OtherHistory ? await ReplaceAsync(request, topics, clientGone) : null;
            if (next is null)
            {
                Closed(request, reason, opened, entries);
                return reason;
            }

            topics = next;
        }
    }

    /// <summary>Returns the topics with which a stream goes on, where feeds have been replaced; null if one can't be loaded: the client comes back then.</summary>
    private async Task<IReadOnlyList<JoinedTopic>?> ReplaceAsync(JoinedStreamRequest request, IReadOnlyList<JoinedTopic> topics, CancellationToken clientGone)
    {
        var next = new List<JoinedTopic>();
        foreach (var topic in topics)
        {
            if (topic.Closed is not null || topic.Feed.AccessState.GetCloseReason(request.Identity) != CloseReason.OtherHistory)
            {
                next.Add(topic);
                continue;
            }

            if (await streams.FindReplacementAsync(topic.Feed, clientGone) is not { } replacement)
                return null;
            var replaced = new JoinedTopic(replacement, topic.Filter)
            {
                NeedsSnapshot = true,
                Reset = ResetReasons.OfReplacement(topic.Feed.Epoch, replacement.Epoch),
                // Kept until the snapshot is sent: a reader that is disconnected before gets the reset again.
                Cursor = topic.Cursor,
            };
            LogStart(request, replaced);
            next.Add(replaced);
        }

        return next;
    }

    private void Closed(JoinedStreamRequest request, CloseReason reason, long opened, long entries)
    {
        metrics.Closed(reason);
        StreamLog.Closed(logger, string.Join('~', request.Topics.Select(topic => topic.Feed.Topic)), request.Identity.UserId, reason, time.GetElapsedTime(opened), entries);
    }

    private void LogStart(JoinedStreamRequest request, JoinedTopic topic) =>
        StreamLog.Started(logger, topic.Feed.Topic, request.Identity.UserId, new StreamStart(topic.Sequence, topic.NeedsSnapshot, topic.Reset));
}
