namespace LiveFeed.Domain.Incidents;

/// <summary>The body of an entry that reports that an incident is no longer part of the event's state.</summary>
public sealed record RemovedIncidentView(MatchId MatchId, string Id, IncidentRemoval Reason, bool Removed = true);
