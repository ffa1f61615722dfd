namespace LiveFeed.Domain.Formats;

/// <summary>A sport whose scores can be kept.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Format">The format of an event that chooses none.</param>
/// <param name="Unit">What is counted: point, game, goal, run, leg or frame.</param>
/// <param name="Period">What the parts of a match are called: set, game, half, quarter, period, inning or match.</param>
public sealed record Sport(string Name, MatchFormat Format, string Unit, string Period)
{
    /// <summary>What can happen in its matches.</summary>
    public IReadOnlyList<KnownIncident> Incidents { get; } = [.. IncidentKinds.Of(Name).Select(kind => new KnownIncident(kind, IncidentKinds.NeedsSide(kind)))];
}
