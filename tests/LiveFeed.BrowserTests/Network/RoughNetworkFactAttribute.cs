using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Network;

/// <summary>A test in a browser behind a <see cref="RoughNetwork"/>. It is visibly skipped, with the reason, if this machine can't have one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RoughNetworkFactAttribute : FactAttribute
{
    public RoughNetworkFactAttribute() => Skip = WhyMissing;

    public static string? WhyMissing => Chromium.WhyMissing ?? RoughNetwork.WhyMissing;
}
