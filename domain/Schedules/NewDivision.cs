using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>A new division.</summary>
/// <param name="Name">The name that people use.</param>
/// <param name="Id">Any 32-bit integer that no other division of the event has; the server makes one if it is left out.</param>
/// <param name="Format">How its matches are played, if not like the event's.</param>
/// <param name="Pools">Its pools, at most 100.</param>
/// <param name="Standings">How its pools are ranked; by the sport's usual rules if left out.</param>
public sealed record NewDivision(
    string Name, int? Id = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<FormatChoice> Format = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<EquatableList<ScheduledPool>> Pools = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<StandingsChoice> Standings = default);
