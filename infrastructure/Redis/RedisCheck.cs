using LiveFeed.Infrastructure.Redis.Limits;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveFeed.Infrastructure.Redis;

/// <summary>Reports whether signals arrive and limits are shared. Otherwise everything works, later by up to a second, and each instance limits by itself.</summary>
internal sealed class RedisCheck(SignalHealth health, SharedLimits limits) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        health.IsHealthy && limits.AreShared ? HealthCheckResult.Healthy("ok")
        : health.IsHealthy ? HealthCheckResult.Degraded("Redis carries signals, but runs no scripts in time. Until it does, each instance limits by itself.")
        : health.HearsItself ? HealthCheckResult.Degraded("Another instance can't be heard by Redis. Until it can, feeds are compared with the database every second.")
        : HealthCheckResult.Degraded("Redis is away. Until it is back, feeds are compared with the database every second, and each instance limits by itself."));
}
