using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>The teams in one place of several pools, such as all thirds.</summary>
/// <param name="Place">The place, from 1.</param>
/// <param name="Pools">The ids of the pools: pools of teams, of the same division.</param>
/// <param name="EqualizeSizes">If pools differ in size: whether matches against the last teams of the larger ones don't count, so that all have as many (UEFA qualifiers).</param>
public sealed record PlacesFrom(
    int Place, EquatableList<string> Pools,
    // Not written unless it is set, as with what stands around it.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool EqualizeSizes = false);
