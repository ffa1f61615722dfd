namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>A test of several instances over PostgreSQL behind nginx; skipped, with the reason, if this machine lacks one of them.</summary>
internal sealed class InstancesFactAttribute : FactAttribute
{
    public InstancesFactAttribute() => Skip = InstalledProgram.WhyMissing("nginx") ?? new PostgresFactAttribute().Skip;
}
