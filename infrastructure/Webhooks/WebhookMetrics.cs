using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;

namespace LiveFeed.Infrastructure.Webhooks;

/// <summary>The metrics of webhooks. They are there from the server's start on, and not from the first delivery.</summary>
internal sealed class WebhookMetrics : IHostedService
{
    private readonly Counter<long> attempts;
    private long running;
    private long lag;

    public WebhookMetrics(Telemetry telemetry)
    {
        attempts = telemetry.Meter.CreateCounter<long>(
            "livefeed.webhooks.attempts", "{attempt}", "Requests to webhooks, by outcome: delivered, rejected (a status that is no success), gone (410), not_reached, timed_out.");
        telemetry.Meter.CreateObservableGauge("livefeed.webhooks.running", () => Volatile.Read(ref running), "{webhook}", "Webhooks that this instance delivers to now; idle ones don't count.");
        telemetry.Meter.CreateObservableGauge("livefeed.webhooks.lag", () => Volatile.Read(ref lag), "{entry}", "How many entries the webhook is behind that is furthest behind.");
    }

    public void Attempted(WebhookOutcome outcome) => attempts.Add(1, KeyValuePair.Create<string, object?>("outcome", outcome.Kind));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Runs(int webhooks, long furthestBehind)
    {
        Volatile.Write(ref running, webhooks);
        Volatile.Write(ref lag, furthestBehind);
    }
}
