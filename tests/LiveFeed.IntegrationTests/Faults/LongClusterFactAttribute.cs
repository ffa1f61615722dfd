namespace LiveFeed.IntegrationTests.Faults;

/// <summary>A test of the long form of the fault bench, which <c>tests/run --faults</c> runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongClusterFactAttribute : FactAttribute
{
    public LongClusterFactAttribute() => Skip = Environment.GetEnvironmentVariable("LIVEFEED_TEST_FAULTS") == "all"
        ? PostgresCluster.WhyMissing ?? RedisServer.WhyMissing
        : "Part of the long form: tests/run --faults";
}
