using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Incidents;

/// <summary>Settings under <c>LiveFeed:Incidents</c>.</summary>
public sealed class IncidentOptions
{
    /// <summary>For how long after its last update a match that is over has its incidents and statistics in snapshots.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan LiveAfterEnd { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How often to look for such matches.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "01:00:00")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(30);
}
