using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LiveFeed.Domain;

/// <summary>The meter for everything that LiveFeed measures about itself, and the source of its spans.</summary>
public sealed class Telemetry(IMeterFactory factory)
{
    public const string Name = "LiveFeed";

    public Meter Meter { get; } = factory.Create(Name);

    /// <summary>
    /// The spans of a write: <c>command {name}</c>, and in it <c>commit</c> (shared by the commands of a group, which it links to) and
    /// <c>append</c>. Without a listener there are none, and they cost nothing.
    /// </summary>
    public static ActivitySource Activities { get; } = new(Name);
}
