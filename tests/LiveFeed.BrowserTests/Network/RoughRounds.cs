using System.Globalization;

namespace LiveFeed.BrowserTests.Network;

/// <summary>How often each test over a rough network repeats its changes of address: once, unless a longer run is wanted.</summary>
internal static class RoughRounds
{
    public const string Variable = "LIVEFEED_ROUGH_ROUNDS";

    public static int Count { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? int.Parse(named, CultureInfo.InvariantCulture) : 1;
}
