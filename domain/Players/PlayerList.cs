namespace LiveFeed.Domain.Players;

/// <summary>A team's players: all of them, since there are at most <see cref="PlayerRules.MaxPerTeam"/>.</summary>
/// <param name="Items">The players, by id.</param>
public sealed record PlayerList(IReadOnlyList<PlayerView> Items);
