using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveFeed.Infrastructure.Redis;

/// <summary>Reports whether signals arrive. Without them everything works, later by up to a second.</summary>
internal sealed class RedisCheck(SignalHealth health) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        health.IsHealthy ? HealthCheckResult.Healthy("ok")
        : health.HearsItself ? HealthCheckResult.Degraded("Another instance can't be heard by Redis. Until it can, feeds are compared with the database every second.")
        : HealthCheckResult.Degraded("Redis is away. Until it is back, feeds are compared with the database every second, and each instance limits by itself."));
}
