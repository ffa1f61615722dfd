namespace LiveFeed.Domain.Brackets;

/// <summary>A side of a match: a team, a source that says which team it will be, both of them once the source is decided, or nobody.</summary>
/// <param name="TeamId">The team; null if it isn't known.</param>
/// <param name="From">Where the team comes from; null if it was set by hand.</param>
/// <param name="Label">What people read while the team isn't known, such as "Winner of M12".</param>
/// <param name="IsBye">Whether nobody plays here: the other side goes on without a match.</param>
public sealed record BracketSide(int? TeamId = null, SideSource? From = null, string? Label = null, bool IsBye = false)
{
    internal static BracketSide FromTeam(int teamId) => new(teamId);
}
