namespace LiveFeed.Domain.Incidents;

/// <summary>A kind of incidents that a sport knows.</summary>
/// <param name="Kind">What can happen.</param>
/// <param name="NeedsSide">Whether an incident of this kind needs a side.</param>
public sealed record KnownIncident(IncidentKind Kind, bool NeedsSide);
