namespace LiveFeed.Domain.Schedules;

/// <summary>The teams in one place of several pools, such as all thirds.</summary>
/// <param name="Place">The place, from 1.</param>
/// <param name="Pools">The ids of the pools: pools of teams, of the same division.</param>
public sealed record PlacesFrom(int Place, EquatableList<string> Pools);
