using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Streaming.Transports.IoUring;

/// <summary>Opens a ring for each thread that sends, if the system lets this process have one.</summary>
internal sealed partial class IoUringFactory(ILogger<IoUringFactory> logger) : ISendBatchFactory
{
    private int reported;

    public ISendBatch? TryCreate()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
            return null;
        var ring = IoUringSendBatch.TryOpen(out var error);
        if (ring is null && Interlocked.Exchange(ref reported, 1) == 0)
            Log.NoRing(logger, Marshal.GetPInvokeErrorMessage(error));
        return ring;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.IoUringUnavailable, Level = LogLevel.Information,
            Message = "io_uring is unavailable ({Reason}); streams are written one at a time, which uses more CPU.")]
        public static partial void NoRing(ILogger logger, string reason);
    }
}
