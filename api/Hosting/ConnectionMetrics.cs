using System.Diagnostics.Metrics;

namespace LiveFeed.Api.Hosting;

/// <summary>Counts connections that were closed at once.</summary>
internal sealed class ConnectionMetrics(IMeterFactory meters)
{
    private readonly Counter<long> rejected = meters.Create(Telemetry.Name).CreateCounter<long>(
        "livefeed.connections.rejected", "{connection}", "Connections that were closed because their address had too many.");

    public void Rejected() => rejected.Add(1);
}
