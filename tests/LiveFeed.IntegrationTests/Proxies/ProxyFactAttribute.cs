namespace LiveFeed.IntegrationTests.Proxies;

/// <summary>A test that needs a proxy's program; skipped, with the reason, if this machine doesn't have it.</summary>
internal sealed class ProxyFactAttribute : FactAttribute
{
    public ProxyFactAttribute(string program) => Skip = InstalledProgram.WhyMissing(program);
}
