namespace LiveFeed.IntegrationTests.Faults;

/// <summary>A test that needs PostgreSQL and Redis: visibly skipped without them, except on a build server.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClusterFactAttribute : FactAttribute
{
    public ClusterFactAttribute() => Skip = Environment.GetEnvironmentVariable("CI") == "true" ? null : PostgresCluster.WhyMissing ?? RedisServer.WhyMissing;
}
