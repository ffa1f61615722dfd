namespace LiveFeed.Domain.Scores;

/// <summary>
/// A score whose match was removed from the schedule. Its revisions stay stored; it returns with the match, if the same two sides play it.
/// </summary>
public sealed class ArchivedScore
{
    public required EventId EventId { get; init; }

    public required MatchId MatchId { get; init; }

    /// <summary>The name or label of side 1. Names, because a team that is removed too may return with another id.</summary>
    public required string Side1 { get; init; }

    public required string Side2 { get; init; }

    public required DateTimeOffset ArchivedAt { get; init; }
}
