using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>A division of a schedule.</summary>
/// <param name="Id">Any 32-bit integer.</param>
/// <param name="Name">Its name.</param>
/// <param name="Format">How its matches are played, if not like the event's. This, and what follows, stays as it is stored if an upload leaves it out.</param>
/// <param name="Pools">Its pools, at most 100.</param>
/// <param name="Standings">How its pools are ranked; by the sport's usual rules if it says nothing.</param>
public sealed record ScheduledDivision(
    int Id, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<FormatChoice> Format = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<EquatableList<ScheduledPool>> Pools = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<StandingsChoice> Standings = default)
{
    /// <summary>Returns the division with what it leaves out as it is stored. What is cleared, and what was never set, is left out then.</summary>
    public ScheduledDivision AppliedTo(ScheduledDivision? stored) => this with
    {
        Format = Format.Or(stored?.Format ?? default),
        Pools = Pools.Or(stored?.Pools ?? default) is { Value.Count: > 0 } pools ? pools : default,
        Standings = Standings.Or(stored?.Standings ?? default),
    };

    /// <summary>Returns the division with names that can be shown.</summary>
    public ScheduledDivision Cleaned() => this with
    {
        Name = DisplayText.Clean(Name),
        Pools = Pools.Select(pools => [.. pools.Select(pool => pool with { Name = DisplayText.Clean(pool.Name) })]),
    };
}
