using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>A pool of a division: teams that play each other, and are ranked by these matches; or the teams in one place of several such pools, compared with each other.</summary>
/// <param name="Id">Its id, unique within the event: 1 to 20 characters.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Teams">Its teams; left out if it has placesFrom.</param>
/// <param name="PlacesFrom">Where its teams come from, in place of teams.</param>
public sealed record ScheduledPool(
    string Id, string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EquatableList<int>? Teams = null,
    // Not written unless it is set: the versions of stored schedules, and the hashes of earlier uploads, stay the same.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlacesFrom? PlacesFrom = null)
{
    /// <summary>The teams that are named; none if they come from other pools.</summary>
    internal IReadOnlyList<int> NamedTeams => Teams ?? [];
}
