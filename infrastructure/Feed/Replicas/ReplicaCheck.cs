using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveFeed.Infrastructure.Feed.Replicas;

/// <summary>Reports whether the replica responds and keeps up. Otherwise the database itself is read.</summary>
internal sealed class ReplicaCheck(ReplicaHealth health) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(health.Problem switch
    {
        null => HealthCheckResult.Healthy("ok"),
        Fallback.Away => HealthCheckResult.Degraded("The replica does not respond. Until it does, the database itself is read."),
        Fallback.Behind => HealthCheckResult.Degraded("The replica is behind. What it lacks is read from the database itself."),
        _ => HealthCheckResult.Degraded("The replica has another history than the database, which is read in its place."),
    });
}
