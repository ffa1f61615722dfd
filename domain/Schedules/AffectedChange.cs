namespace LiveFeed.Domain.Schedules;

/// <summary>What a new schedule does to a match that has a score.</summary>
public enum AffectedChange
{
    /// <summary>The match is no longer there. Its score is archived, and returns with the match.</summary>
    Removed,

    /// <summary>Its two sides are exchanged, and so are the numbers of its sets.</summary>
    Swapped,

    /// <summary>A team is replaced. The score was another team's, so it is emptied.</summary>
    Team,
}
