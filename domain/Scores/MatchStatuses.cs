namespace LiveFeed.Domain.Scores;

public static class MatchStatuses
{
    /// <summary>The statuses of a match that is over.</summary>
    public static IReadOnlyList<MatchStatus> Over { get; } = [MatchStatus.Final, MatchStatus.Cancelled, MatchStatus.Abandoned];

    public static bool IsOver(this MatchStatus status) => Over.Contains(status);
}
