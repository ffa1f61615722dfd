namespace LiveFeed.Domain.Incidents;

/// <summary>
/// A match whose incidents and statistics are part of its event's state, and so of snapshots: from the first of them until the match has been over for a while
/// (<see cref="IncidentPolicy"/>). There is one row for each such match.
/// </summary>
public sealed class LiveMatch
{
    public required EventId EventId { get; init; }

    public required MatchId MatchId { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>Whether the state has its statistics.</summary>
    public bool HasStatistics { get; set; }
}
