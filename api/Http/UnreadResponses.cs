using System.Diagnostics.Metrics;
using System.IO.Pipelines;
using LiveFeed.Api.Hosting;
using Microsoft.Extensions.Options;

namespace LiveFeed.Api.Http;

/// <summary>
/// Bounds how many responses wait for clients that don't read them, because each holds memory meanwhile. Beyond the bound, the one that has
/// waited longest since its client last read is cut off: a client that reads is never that one for long. Streams have rules of their own.
/// </summary>
internal sealed partial class UnreadResponses
{
    private readonly Lock gate = new();

    // Whoever has waited longest comes first.
    private readonly LinkedList<HttpContext> waiting = new();
    private readonly HttpOptions options;
    private readonly ILogger<UnreadResponses> logger;
    private readonly Counter<long> cutOff;

    public UnreadResponses(IOptions<HttpOptions> options, IMeterFactory meters, ILogger<UnreadResponses> logger)
    {
        (this.options, this.logger) = (options.Value, logger);
        var meter = meters.Create(Telemetry.Name);
        cutOff = meter.CreateCounter<long>("livefeed.responses.cut_off", "{response}", "Responses that were cut off, because too many were not read.");
        meter.CreateObservableGauge("livefeed.responses.unread", () => Count, "{response}", "Responses that wait for their clients to read.");
    }

    private int Count
    {
        get
        {
            lock (gate)
                return waiting.Count;
        }
    }

    /// <summary>Waits until a response's client has read enough for more to be written.</summary>
    public async ValueTask<FlushResult> WaitAsync(HttpContext context, ValueTask<FlushResult> write)
    {
        var place = Enter(context);
        try
        {
            return await write;
        }
        finally
        {
            lock (gate)
            {
                if (place.List is not null)
                    waiting.Remove(place);
            }
        }
    }

    private LinkedListNode<HttpContext> Enter(HttpContext context)
    {
        LinkedListNode<HttpContext> place;
        HttpContext? longest = null;
        lock (gate)
        {
            place = waiting.AddLast(context);
            if (waiting.Count > options.MaxUnreadResponses)
            {
                longest = waiting.First!.Value;
                waiting.RemoveFirst();
            }
        }

        if (longest is not null)
        {
            cutOff.Add(1);
            Log.CutOff(logger, options.MaxUnreadResponses);
            longest.Abort();
        }

        return place;
    }

    private static partial class Log
    {
        // At Debug: a client could fill the log with thousands of lines a second. The metric counts them.
        [LoggerMessage(EventId = LogEventIds.ResponseCutOff, Level = LogLevel.Debug, Message = "More than {Max} responses were not read; the one that had waited longest was cut off.")]
        public static partial void CutOff(ILogger logger, int max);
    }
}
