using System.Diagnostics.Metrics;

namespace LiveFeed.Domain;

/// <summary>The meter for everything that LiveFeed measures about itself.</summary>
public sealed class Telemetry(IMeterFactory factory)
{
    public const string Name = "LiveFeed";

    public Meter Meter { get; } = factory.Create(Name);
}
