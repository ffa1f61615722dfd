namespace LiveFeed.Domain.Lineups;

/// <summary>Who plays for one side of a match, as clients see it.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Side">1 or 2.</param>
/// <param name="Players">The players, in the order in which they were given.</param>
/// <param name="UpdatedAt">When it was given.</param>
public sealed record LineupView(MatchId MatchId, int Side, EquatableList<LineupPlayer> Players, DateTimeOffset UpdatedAt);
