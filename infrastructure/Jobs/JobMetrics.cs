using System.Diagnostics.Metrics;

namespace LiveFeed.Infrastructure.Jobs;

/// <summary>The metrics of jobs.</summary>
internal sealed class JobMetrics
{
    private readonly Counter<long> attempts;
    private double oldestWait;

    public JobMetrics(Telemetry telemetry)
    {
        attempts = telemetry.Meter.CreateCounter<long>("livefeed.jobs.attempts", "{attempt}", "Attempts to do a job, by its kind and outcome: done, failed, lost (another instance has taken it over), stopped.");
        telemetry.Meter.CreateObservableGauge("livefeed.jobs.oldest_wait", () => Volatile.Read(ref oldestWait), "s", "How long the oldest job that is due has waited for an instance.");
    }

    public void Attempted(string kind, string outcome) => attempts.Add(1, new("kind", kind), new("outcome", outcome));

    public void Waits(TimeSpan oldest) => Volatile.Write(ref oldestWait, oldest.TotalSeconds);
}
