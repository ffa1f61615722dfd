using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Reports whether writes succeed, and in time.</summary>
internal sealed class WriteCheck(WriteHealth health) : IHealthCheck
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        health.IsFailing
            ? HealthCheckResult.Unhealthy("The last write could not be stored; the log has the cause (event 2005).")
            : health.OldestWait > LongestWait
                ? HealthCheckResult.Unhealthy("The oldest write has waited for more than 5 s: another process writes to the database, or it hangs.")
                : HealthCheckResult.Healthy("ok"));
}
