using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>The metrics of writes.</summary>
internal sealed class WriteMetrics(Telemetry telemetry)
{
    private readonly Histogram<double> duration = telemetry.Meter.CreateHistogram<double>(
        "livefeed.commit.duration", "s", "How long a transaction took, from its begin to its durable end.");

    private readonly Histogram<int> size = telemetry.Meter.CreateHistogram<int>(
        "livefeed.commit.commands", "{command}", "How many commands a transaction held.");

    private readonly Counter<long> races = telemetry.Meter.CreateCounter<long>(
        "livefeed.commit.lost_races", "{attempt}", "Commands that began anew because another was faster.");

    private readonly Counter<long> splits = telemetry.Meter.CreateCounter<long>(
        "livefeed.commit.split_groups", "{group}", "Groups that were committed one by one because one command failed.");

    public void RaceLost() => races.Add(1);

    public void GroupSplit() => splits.Add(1);

    public Timing Commit(int commands)
    {
        size.Record(commands);
        return new Timing(duration);
    }

    public readonly struct Timing(Histogram<double> duration) : IDisposable
    {
        private readonly long started = Stopwatch.GetTimestamp();

        public void Dispose() => duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}
