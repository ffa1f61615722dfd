using System.IO.Pipelines;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Transports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>Runs streams, each on one of the pumps, and closes them all before a shutdown.</summary>
public sealed partial class StreamRunner
{
    private readonly FeedRegistry feeds;
    private readonly FeedPager pager;
    private readonly IEndedSessions endedSessions;
    private readonly FeedMetrics metrics;
    private readonly FeedOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<StreamRunner> logger;
    private readonly Pump[] pumps;
    private readonly CancellationTokenSource drain = new();
    private int nextPump;
    private int draining;

    internal StreamRunner(
        FeedRegistry feeds, FeedPager pager, IEndedSessions endedSessions, FeedMetrics metrics, ISendBatchFactory batches, IOptions<FeedOptions> options,
        TimeProvider time, ILoggerFactory loggers)
    {
        this.feeds = feeds;
        this.pager = pager;
        this.endedSessions = endedSessions;
        this.metrics = metrics;
        this.options = options.Value;
        this.time = time;
        logger = loggers.CreateLogger<StreamRunner>();
        var count = this.options.Pumps ?? Environment.ProcessorCount;
        pumps = [.. Enumerable.Range(0, count).Select(_ => new Pump(this.options, metrics, batches, time, loggers.CreateLogger<Pump>()))];
        metrics.Meter.CreateObservableGauge("livefeed.streams.open", () => Streams, "{stream}", "Streams that are open now.");
    }

    /// <summary>The number of open streams.</summary>
    public int Streams => pumps.Sum(pump => pump.Count);

    /// <summary>Whether this instance shuts down and takes no new streams.</summary>
    public bool IsDraining => Volatile.Read(ref draining) == 1;

    /// <summary>Cancelled when this instance begins to shut down.</summary>
    internal CancellationToken Draining => drain.Token;

    internal IReadOnlyList<Pump> Pumps => pumps;

    /// <summary>
    /// Opens a stream on a connection whose response head has been sent: finds where the reader continues, and writes what only the log
    /// still holds. Everything after the cursor that matches the filter arrives once and in order, or the reader gets a snapshot that says why
    /// not (invariant 3).
    /// </summary>
    /// <param name="request">What is sent, and to whom.</param>
    /// <param name="output">The response's body. Everything written to it has been flushed on return.</param>
    /// <param name="abort">Cuts the connection of a client that doesn't read.</param>
    /// <param name="clientGone">Cancelled when the client goes away.</param>
    /// <returns>Where <see cref="RunAsync"/> continues; null if the stream has ended.</returns>
    public async Task<StreamStart?> OpenAsync(StreamRequest request, PipeWriter output, Action abort, CancellationToken clientGone)
    {
        var opened = time.GetTimestamp();
        var (start, closed) = await pager.SendHistoryAsync(request, output, abort, clientGone);
        if (closed is { } reason)
        {
            Closed(request, reason, opened, entries: 0);
            return null;
        }

        StreamLog.Started(logger, request.Feed.Topic, request.Identity.UserId, start);
        return start;
    }

    /// <summary>
    /// Sends everything that follows, until either side ends the stream. If the log takes another course than the feed, the reader gets a snapshot
    /// of the feed that replaces it, and goes on with that.
    /// </summary>
    /// <param name="request">The stream.</param>
    /// <param name="start">Where it continues.</param>
    /// <param name="output">The connection, which the stream has to itself from now on.</param>
    /// <param name="clientGone">Cancelled when the client goes away.</param>
    public async Task<CloseReason> RunAsync(StreamRequest request, StreamStart start, IStreamOutput output, CancellationToken clientGone)
    {
        var (opened, entries) = (time.GetTimestamp(), 0L);
        while (true)
        {
            var subscriber = new TopicSubscriber(request, NextPump(), output)
            {
                Position = new StreamPosition { Sequence = start.Sequence, NeedsSnapshot = start.NeedsSnapshot, Reset = start.Reset },
            };
            var reason = await FollowAsync(subscriber, request.EndsAt, request.SessionId, clientGone);
            entries += subscriber.Entries;
            var replacement = reason == CloseReason.OtherHistory ? await FindReplacementAsync(request.Feed, clientGone) : null;
            if (replacement is null)
            {
                Closed(request, reason, opened, entries);
                return reason;
            }

            start = new StreamStart(0, true, ResetReasons.OfReplacement(request.Feed.Epoch, replacement.Epoch));
            request = request with { Feed = replacement };
            StreamLog.Started(logger, request.Feed.Topic, request.Identity.UserId, start);
        }
    }

    /// <summary>Returns the feed with which a stream goes on; null if the topic or the client is gone, or the feed can't be loaded: the client comes back then.</summary>
    internal async Task<TopicFeed?> FindReplacementAsync(TopicFeed feed, CancellationToken clientGone)
    {
        try
        {
            return await feeds.FindAsync(feed.Topic, clientGone);
        }
        catch (OperationCanceledException) when (clientGone.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            StreamLog.Failed(logger, exception, feed.Topic);
            return null;
        }
    }

    /// <summary>Returns the pump that the next stream runs on.</summary>
    internal Pump NextPump() => pumps[(uint)Interlocked.Increment(ref nextPump) % (uint)pumps.Length];

    /// <summary>Sends what its feeds have to a subscriber, until the stream ends or has to go on with another feed.</summary>
    // Step R5: the stream gets a subscriber on one of the pumps.
    internal async Task<CloseReason> FollowAsync(Subscriber subscriber, DateTimeOffset? endsAt, string? sessionId, CancellationToken clientGone)
    {
        subscriber.Timers.EndsAt = endsAt is { } end ? TimestampOf(end) : null;
        subscriber.Hold();
        try
        {
            // A feed without readers may have been evicted since it was found, and would not grow any more.
            if (subscriber.Feeds.Any(feed => !feeds.IsLoaded(feed) && !feed.IsGone))
                subscriber.Close(CloseReason.InternalError);
            // A goodbye and not an error: after any status but 200 a browser's EventSource gives up for good.
            if (IsDraining)
                subscriber.Close(CloseReason.ServerDraining);
            using var session = sessionId is not null ? endedSessions.Watch(sessionId, () => subscriber.Close(CloseReason.SessionEnded)) : null;
            await using var gone = clientGone.UnsafeRegister(static subscriber => ((Subscriber)subscriber!).Close(CloseReason.ClientGone), subscriber);
            subscriber.Wake();
            return await subscriber.Ended;
        }
        finally
        {
            subscriber.Release();
        }
    }

    /// <summary>Closes all streams, spread over time so that not all clients reconnect to the next instance at once.</summary>
    internal void BeginDrain()
    {
        if (Interlocked.Exchange(ref draining, 1) == 1)
            return;
        var streams = Streams;
        Log.Draining(logger, streams);
        // A few streams need no spreading: two milliseconds for each, up to the configured spread.
        var spread = TimeSpan.FromSeconds(Math.Min(options.DrainSpread.TotalSeconds, streams * 0.002));
        foreach (var pump in pumps)
            pump.Drain(spread);
        drain.Cancel();
    }

    private void Closed(StreamRequest request, CloseReason reason, long opened, long entries)
    {
        metrics.Closed(reason);
        if (reason == CloseReason.AccessRevoked)
            StreamLog.AccessRevoked(logger, request.Feed.Topic, request.Identity.UserId);
        StreamLog.Closed(logger, request.Feed.Topic, request.Identity.UserId, reason, time.GetElapsedTime(opened), entries);
    }

    private long TimestampOf(DateTimeOffset moment) =>
        time.GetTimestamp() + (long)((moment - time.GetUtcNow()).TotalSeconds * time.TimestampFrequency);

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.Draining, Level = LogLevel.Information, Message = "Draining: {Streams} streams are being closed.")]
        public static partial void Draining(ILogger logger, int streams);
    }
}
