using System.IO.Pipelines;
using LiveFeed.Infrastructure.Streaming.Delivery;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.Replays;

/// <summary>
/// Runs replays, each as a task of its own that waits for the time and for its client. There are few of them, so the pumps, which serve thousands, are not
/// concerned.
/// </summary>
public sealed class ReplayRunner
{
    /// <summary>The id with which a reader comes back after the end of a replay.</summary>
    public const string EndId = ReplayFrames.EndId;

    private readonly ReplayStarts starts;
    private readonly IReplayLog log;
    private readonly StreamRunner streams;
    private readonly FeedRegistry feeds;
    private readonly HistoryPages pages;
    private readonly HistoryFlush flush;
    private readonly IEndedSessions endedSessions;
    private readonly FeedMetrics metrics;
    private readonly FeedOptions options;
    private readonly StreamOptions limits;
    private readonly TimeProvider time;
    private readonly ILogger<ReplayRunner> logger;
    private int open;

    internal ReplayRunner(
        ReplayStarts starts, IReplayLog log, StreamRunner streams, FeedRegistry feeds, HistoryPages pages, HistoryFlush flush, IEndedSessions endedSessions, FeedMetrics metrics,
        IOptions<FeedOptions> options, IOptions<StreamOptions> limits, TimeProvider time, ILogger<ReplayRunner> logger)
    {
        (this.starts, this.log, this.streams, this.feeds, this.pages, this.flush) = (starts, log, streams, feeds, pages, flush);
        (this.endedSessions, this.metrics, this.options, this.limits, this.time, this.logger) = (endedSessions, metrics, options.Value, limits.Value, time, logger);
        metrics.Meter.CreateObservableGauge("livefeed.replays.open", () => Volatile.Read(ref open), "{stream}", "Replays of stored feeds that are open now.");
    }

    /// <summary>Returns where a replay begins, or why it can't.</summary>
    public Task<Result<StreamStart>> FindStartAsync(ReplayRequest request, CancellationToken cancellationToken) => starts.FindAsync(request, cancellationToken);

    /// <summary>Sends a replay until either side ends it.</summary>
    /// <param name="request">What is sent, and to whom.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="output">The response's body.</param>
    /// <param name="abort">Cuts the connection of a client that doesn't read.</param>
    /// <param name="clientGone">Cancelled when the client goes away.</param>
    public async Task RunAsync(ReplayRequest request, StreamStart start, PipeWriter output, Action abort, CancellationToken clientGone)
    {
        var (feed, userId, opened) = (request.Stream.Feed, request.Stream.Identity.UserId, time.GetTimestamp());
        Interlocked.Increment(ref open);
        feed.StreamOpened();
        try
        {
            await using var end = new ReplayEnd(request.Stream, endedSessions, streams.Draining, clientGone, time);
            StreamLog.Started(logger, feed.Topic, userId, start);
            var stream = new ReplayStream(request, start, end, output, pages, log, flush, metrics, options, limits.ReplayMaxPause, time);
            var reason = await SendAsync(stream, feed, end);
            metrics.Closed(reason);
            if (reason == CloseReason.AccessRevoked)
                StreamLog.AccessRevoked(logger, feed.Topic, userId);
            StreamLog.Closed(logger, feed.Topic, userId, reason, time.GetElapsedTime(opened), stream.Entries);
            await CloseAsync(reason, output, abort, clientGone);
        }
        finally
        {
            feed.StreamEnded();
            Interlocked.Decrement(ref open);
        }
    }

    private async Task<CloseReason> SendAsync(ReplayStream stream, TopicFeed feed, ReplayEnd end)
    {
        // A feed without readers may have been evicted since it was found, and would not learn of a change of access any more.
        if (!feeds.IsLoaded(feed) && !feed.IsGone)
            return CloseReason.InternalError;
        try
        {
            return end.Reason ?? await stream.RunAsync();
        }
        catch (OperationCanceledException) when (end.Reason is not null)
        {
            return end.Reason.Value;
        }
        catch (Exception exception)
        {
            StreamLog.Failed(logger, exception, feed.Topic);
            return CloseReason.InternalError;
        }
    }

    private async Task CloseAsync(CloseReason reason, PipeWriter output, Action abort, CancellationToken clientGone)
    {
        if (!reason.IsSilent())
            ReplayFrames.WriteGoodbye(output, reason);
        if (reason.IsSilent() || await flush.FlushAsync(output, clientGone, options.CloseGracePeriod) is not null)
            abort();
    }
}
