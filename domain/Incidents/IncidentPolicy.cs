namespace LiveFeed.Domain.Incidents;

/// <summary>How long incidents are part of an event's state.</summary>
/// <param name="LiveAfterEnd">For how long after the last update of a match that is over.</param>
public sealed record IncidentPolicy(TimeSpan LiveAfterEnd);
