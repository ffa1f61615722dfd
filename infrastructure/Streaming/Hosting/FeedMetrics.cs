using System.Diagnostics.Metrics;

namespace LiveFeed.Infrastructure.Streaming.Hosting;

/// <summary>The metrics of feeds and their subscribers.</summary>
internal sealed class FeedMetrics(Telemetry telemetry)
{
    private readonly Counter<long> deliveries = telemetry.Meter.CreateCounter<long>(
        "livefeed.feed.deliveries", "{entry}", "Entries handed to readers' connections.");

    private readonly Counter<long> bytes = telemetry.Meter.CreateCounter<long>(
        "livefeed.feed.sent", "By", "Bytes handed to readers' connections.");

    private readonly Counter<long> snapshots = telemetry.Meter.CreateCounter<long>(
        "livefeed.feed.snapshots", "{snapshot}", "Snapshots sent, by reset reason (none at a first connection).");

    private readonly Counter<long> closed = telemetry.Meter.CreateCounter<long>(
        "livefeed.streams.closed", "{stream}", "Streams that ended, by reason.");

    private readonly Counter<long> gaps = telemetry.Meter.CreateCounter<long>(
        "livefeed.feed.gaps", "{gap}", "Times that a feed was caught up from the log because a signal was lost.");

    private readonly Counter<long> logReads = telemetry.Meter.CreateCounter<long>(
        "livefeed.feed.log.reads", "{read}", "Times that entries were read from the database.");

    public Meter Meter => telemetry.Meter;

    public void Sent(int entries, long written)
    {
        if (entries > 0)
            deliveries.Add(entries);
        if (written > 0)
            bytes.Add(written);
    }

    public void SnapshotSent(ResetReason? reset) => snapshots.Add(1, KeyValuePair.Create<string, object?>("reset", reset?.ToWireName() ?? "none"));

    public void Closed(CloseReason reason) => closed.Add(1, KeyValuePair.Create<string, object?>("reason", reason.ToWireName()));

    public void GapHealed() => gaps.Add(1);

    public void LogRead() => logReads.Add(1);
}
