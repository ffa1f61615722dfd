using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>The log messages about single streams.</summary>
internal static partial class StreamLog
{
    [LoggerMessage(EventId = LogEventIds.StreamOpened, Level = LogLevel.Debug, Message = "Stream opened with a snapshot: event {EventId}, user {UserId}.")]
    public static partial void Opened(ILogger logger, string eventId, string? userId);

    [LoggerMessage(EventId = LogEventIds.StreamResumed, Level = LogLevel.Debug, Message = "Stream resumed: event {EventId}, user {UserId}, from memory after sequence {Sequence}.")]
    public static partial void Resumed(ILogger logger, string eventId, string? userId, long sequence);

    [LoggerMessage(EventId = LogEventIds.StreamReset, Level = LogLevel.Debug, Message = "Stream reset: event {EventId}, user {UserId}, {Reset}.")]
    public static partial void Reset(ILogger logger, string eventId, string? userId, ResetReason reset);

    [LoggerMessage(EventId = LogEventIds.StreamStalled, Level = LogLevel.Debug, Message = "Stream stalled: event {EventId}, user {UserId}.")]
    public static partial void Stalled(ILogger logger, string eventId, string? userId);

    [LoggerMessage(EventId = LogEventIds.StreamClosed, Level = LogLevel.Debug, Message = "Stream closed: event {EventId}, user {UserId}, {Reason}, after {Duration} and {Entries} entries sent from memory.")]
    public static partial void Closed(ILogger logger, string eventId, string? userId, CloseReason reason, TimeSpan duration, long entries);

    [LoggerMessage(EventId = LogEventIds.StreamFailed, Level = LogLevel.Error, Message = "A stream of event {EventId} failed and was closed.")]
    public static partial void Failed(ILogger logger, Exception exception, string eventId);
}
