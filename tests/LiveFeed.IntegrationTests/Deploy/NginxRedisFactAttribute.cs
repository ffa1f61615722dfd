namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>A test of several instances with Redis behind nginx; skipped, with the reason, if this machine lacks one of them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NginxRedisFactAttribute : FactAttribute
{
    public NginxRedisFactAttribute() => Skip = InstalledProgram.WhyMissing("nginx") ?? new RedisFactAttribute().Skip;
}
