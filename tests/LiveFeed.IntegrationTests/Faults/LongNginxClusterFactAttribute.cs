namespace LiveFeed.IntegrationTests.Faults;

/// <summary>A test of the long form of the fault bench that needs nginx.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongNginxClusterFactAttribute : FactAttribute
{
    public LongNginxClusterFactAttribute() => Skip = new LongClusterFactAttribute().Skip ?? new NginxClusterFactAttribute().Skip;
}
