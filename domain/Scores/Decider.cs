namespace LiveFeed.Domain.Scores;

/// <summary>What was played, apart from the periods, to decide a match or a tie of two legs.</summary>
/// <param name="Kind">What was played.</param>
/// <param name="Team1">The penalties or points of team 1.</param>
/// <param name="Team2">The penalties or points of team 2.</param>
public sealed record Decider(DeciderKind Kind, int Team1, int Team2)
{
    internal SetScore Points => new(Team1, Team2);
}
