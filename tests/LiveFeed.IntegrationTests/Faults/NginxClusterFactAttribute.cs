namespace LiveFeed.IntegrationTests.Faults;

/// <summary>A test that needs PostgreSQL, Redis and nginx: visibly skipped without one of them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NginxClusterFactAttribute : FactAttribute
{
    public NginxClusterFactAttribute() => Skip = InstalledProgram.WhyMissing("nginx") ?? new ClusterFactAttribute().Skip;
}
