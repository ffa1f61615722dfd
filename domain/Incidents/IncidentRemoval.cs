namespace LiveFeed.Domain.Incidents;

/// <summary>Why an incident is no longer part of an event's state.</summary>
public enum IncidentRemoval
{
    /// <summary>It was taken back: it did not happen.</summary>
    Retracted,

    /// <summary>Its match has been over for a while. The incident stands, and is read by GET.</summary>
    MatchOver,

    /// <summary>Its match was removed from the schedule, with its incidents.</summary>
    MatchRemoved,
}
