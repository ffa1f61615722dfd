using LiveFeed.Infrastructure.Streaming.History;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>The log messages about single streams.</summary>
internal static partial class StreamLog
{
    /// <summary>Logs where a stream of a topic begins.</summary>
    public static void Started(ILogger logger, string topic, UserId? userId, StreamStart start)
    {
        if (start.Reset is { } reset)
            Reset(logger, topic, userId, reset);
        else if (start.NeedsSnapshot)
            Opened(logger, topic, userId);
        else
            Resumed(logger, topic, userId, start.Sequence);
    }

    [LoggerMessage(EventId = LogEventIds.StreamOpened, Level = LogLevel.Debug, Message = "Stream opened with a snapshot: topic {Topic}, user {UserId}.")]
    public static partial void Opened(ILogger logger, string topic, UserId? userId);

    [LoggerMessage(EventId = LogEventIds.StreamResumed, Level = LogLevel.Debug, Message = "Stream resumed: topic {Topic}, user {UserId}, from memory after sequence {Sequence}.")]
    public static partial void Resumed(ILogger logger, string topic, UserId? userId, long sequence);

    [LoggerMessage(EventId = LogEventIds.StreamReset, Level = LogLevel.Debug, Message = "Stream reset: topic {Topic}, user {UserId}, {Reset}.")]
    public static partial void Reset(ILogger logger, string topic, UserId? userId, ResetReason reset);

    [LoggerMessage(EventId = LogEventIds.StreamStalled, Level = LogLevel.Debug, Message = "Stream stalled: topic {Topic}, user {UserId}.")]
    public static partial void Stalled(ILogger logger, string topic, UserId? userId);

    [LoggerMessage(EventId = LogEventIds.StreamClosed, Level = LogLevel.Debug, Message = "Stream closed: topic {Topic}, user {UserId}, {Reason}, after {Duration} and {Entries} entries sent from memory.")]
    public static partial void Closed(ILogger logger, string topic, UserId? userId, CloseReason reason, TimeSpan duration, long entries);

    [LoggerMessage(EventId = LogEventIds.AccessRevoked, Level = LogLevel.Information, Message = "Access revoked: a stream of topic {Topic} was closed, whose reader {UserId} may not read it any more.")]
    public static partial void AccessRevoked(ILogger logger, string topic, UserId? userId);

    [LoggerMessage(EventId = LogEventIds.StreamFailed, Level = LogLevel.Error, Message = "A stream of {Topic} failed and was closed.")]
    public static partial void Failed(ILogger logger, Exception exception, string topic);
}
